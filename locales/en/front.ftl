# The front page
front-goals = Are we getting there?
front-goals-none = The goals will stand here once they have been entered.
front-plan = What we are doing this year
front-plan-none = The measures of the year will stand here once the action plan has been entered.
front-news = What has changed
front-news-none = Changes in the plan and in the figures will stand here.
front-news-new = New measure
front-news-adopted = revision { $number } has been adopted
front-news-figures = New figures from { $publisher }
front-join = Take part
front-join-measures = Contribute to a measure
front-join-measures-detail = { $count ->
    [one] One measure lacks
   *[other] { $count } measures lack
} money, { $kroner } in all.
front-join-organisations = See who takes part
front-join-organisations-detail = { $count ->
    [one] One organisation takes part.
   *[other] { $count } organisations take part.
}
front-join-contact = Write to us
front-join-contact-detail = Would you like to become a partner, do you have an idea, or do you see something wrong?

# The front page of the installation itself
root-title = Growth programmes
root-lead = { $count } programmes are here. Choose the one you want to see.
root-none-title = The programme will stand here
root-none-lead = No programme has been entered yet.
root-none-how = Whoever runs this site enters a programme from its folder with the command vekst load.
