# Consultations: what stands in the way, and the journal
trouble-past = The deadline has passed. The earliest day is { $day }.
trouble-too-short-free = Give people at least until the day after it opens. The earliest deadline is { $day }.
trouble-too-short-community-plan = The social part of a municipal master plan is heard for at least six weeks. The earliest deadline is { $day }.
trouble-too-short-public-display = A proposal is on public display for at least thirty days. The earliest deadline is { $day }.
trouble-shortened = An open consultation can get a later deadline, not an earlier one. Choose a day after { $day }.
trouble-nothing-asked = Choose a plan, or write at least one question.
trouble-frozen = The consultation is open, so what people answer does not change. Give more time, or hold another one.
trouble-not-open = The consultation is not open.
trouble-late = The deadline was { $day }.
trouble-concluded = The consultation has ended.
trouble-running = The consultation is open until { $day }. Wait until it has ended.
trouble-not-asked = This consultation asks others.
trouble-answered = The organisation has answered. Change statement { $number }.
trouble-nothing = Answer at least one thing.
trouble-unassessed = Statement { $number } in the consultation “{ $hearing }” has not been assessed. Assess it first.
trouble-draft = This is not the draft that was published.
trouble-reason = Choose the point of the rules that applies when a statement is withheld.
trouble-attachment = The attachment cannot be used.

journal-save-hearing = saved the consultation
journal-withdraw-hearing = took the consultation back
journal-open-hearing = opened the consultation
journal-extend-hearing = gave a consultation more time
journal-conclude-hearing = ended the consultation
journal-receive-statement = received a statement
journal-amend-statement = received a changed statement
journal-moderate-statement = decided whether a statement is shown
journal-assess-statement = assessed a statement

# Consultations: the pages that everybody sees
hearings-lead = { $count ->
    [0] No consultation is open now. Here you see what was asked, and what the answers changed.
    [one] One consultation is open now. You need no account to answer.
   *[other] { $count } consultations are open now. You need no account to answer.
}
hearings-open = Open now
hearings-open-none = Consultations will stand here when they open.
hearings-over = Ended, and what came of it
hearings-all = All consultations
hearing-days-left = { $left ->
    [one] last day
   *[other] { $left } days left
}
hearing-asked = We ask { $who }.
hearing-being-assessed = { $count ->
    [0] Nobody answered.
    [one] One statement is being assessed now.
   *[other] { $count } statements are being assessed now.
}
hearing-came-of = { $count } statements. Changed after statements: { $changed }. Ended { $day }.
hearing-deadline-draft = The deadline will be { $day }.
hearing-deadline-open = { $left ->
    [one] The deadline is today, { $day }.
   *[other] The deadline is { $day }. { $left } days are left.
}
hearing-deadline-over = The deadline was { $day }.
hearing-phase-draft = Draft
hearing-phase-open = Open
hearing-phase-closed = Deadline passed
hearing-phase-assessed = Ended
hearing-conclusion = What came of it
hearing-changed = { $count ->
    [one] See the measure that was changed
   *[other] See the { $count } measures that were changed
}
hearing-answer = Answer
hearing-answer-for-own = You answer for your organisation.
hearing-no-account = You need no account, and you may answer as little or as much as you like.
hearing-by-link = Those who are asked answer by the link in their e-mail, or sign in.
hearing-partners-by-link = Partners answer for their organisation by the link in their e-mail, or sign in.
hearing-questions = What we ask
hearing-question-measures = { $count ->
    [one] Does the measure still hold? You can answer yes, with changes, no or don’t know, and say why.
   *[other] Does each of the { $count } measures still hold? You can answer yes, with changes, no or don’t know, and say why.
}
hearing-draft = The draft
hearing-draft-lead = The plan as it was published { $day }. It does not change while the consultation is open.
hearing-draft-responsible = { $who } answers for it.
hearing-draft-not-asked = We do not ask about this measure.
hearing-draft-hash = Fingerprint of the draft (SHA-256)
hearing-about = About the consultation
hearing-kind = Kind
hearing-kind-free = Free consultation
hearing-kind-community-plan = Consultation on the social part of the municipal master plan, at least six weeks (Planning and Building Act, sections 11-13 and 11-14)
hearing-kind-public-display = On public display at least thirty days before the decision (Planning and Building Act, sections 10-1 and 11-4)
hearing-circles = Whom we ask
hearing-period = Open
hearing-plan = The plan in question
hearing-extended = The deadline was { $day } and was moved
circle-public = everybody
circle-residents = residents
circle-partners = the partners
circle-forum = a forum
sender-partner = A partner
sender-organisation = An organisation
sender-resident = A resident
sender-anonymous = Not stated
sender-choice-resident = Resident
sender-choice-organisation = An organisation or a business
sender-choice-anonymous = I would rather not say
holds-yes = Yes
holds-changes = With changes
holds-no = No
holds-unknown = Don’t know
outcome-taken-in = Taken in
outcome-partly = Taken in partly
outcome-not-taken-in = Not taken in
outcome-noted = Noted
statements-title = { $count ->
    [one] One statement
   *[other] { $count } statements
}
statements-none = Statements will stand here as they are read through.
statements-waiting = { $count ->
    [one] One statement has come and has not been read through yet.
   *[other] { $count } statements have come and have not been read through yet.
}
statement-title = Statement { $number }
statement-answers = Answers about { $measures }
statement-not-assessed = It has not been assessed yet.
statement-attachments = Attachments
statement-verdicts = Do the measures still hold?
statement-changed = Changed by its sender
statement-waiting = The statement has been received, and is shown when somebody has read it through.
statement-withheld = The statement is not shown: { $point } It is assessed all the same where there is something to assess.
assessment-changed = Changed after the statement:
assessment-by = Assessed by { $who }
matrix-title = Who answered, and what they say
matrix-response = { $answered } of the { $invited } organisations asked have answered.
matrix-small = Where fewer than five have answered, the numbers are single voices and say little of the rest.
matrix-who = Who was asked, and who has answered
matrix-group = Kind of partner
matrix-invited = Asked
matrix-answered = Answered
matrix-silent = No answer
matrix-unasked = Answered unasked
matrix-all = Do the measures still hold? All who answered
matrix-of = Answers from: { $group }
matrix-measure = Measure
group-municipality = Municipalities
group-association = Associations
group-company = Businesses
group-school = Schools
group-forum = Forums
group-other = Other partners
group-outside = Other organisations
group-residents = Residents
group-unnamed = Did not say who they are

# The rules for what is shown
hearing-rules-title = How we treat statements
hearing-rules-lead = Every statement gets a number and an answer, and everybody may read it. Only five reasons are good enough to withhold one.
hearing-rules-shown = What the organisations of the programme answer is shown at once. Other statements are first read through by the programme, as a rule within two working days.
hearing-rules-withheld = We withhold a statement only where one of these is true:
hearing-rules-assessed = A statement that is withheld is assessed all the same, unless it is advertising or has been sent before. That we disagree is never a reason.
hearing-rules-persons = Names and e-mail addresses of private persons are never shown, and are deleted when the consultation ends, and six months after the deadline at the latest. Whoever gave an e-mail address is sent the answer first. Organisations are shown by name.
hearing-rules-complain = Do you think we are wrong? Write to { $contact }.
moderation-log = What we have decided
moderation-log-none = Every decision to show or withhold a statement will stand here.
moderated-published = Shown
moderated-withheld = Withheld
moderated-waiting = Changed, and waits to be read
moderation-reason-personal-data = It tells something about somebody that is nobody else’s business.
moderation-reason-insult = It harasses or threatens somebody.
moderation-reason-unlawful = The law forbids showing it.
moderation-reason-advertising = It is advertising or was made by a robot.
moderation-reason-duplicate = The same sender has sent the same before.

# Answering
answer-title = Answer: { $title }
answer-for = You answer for
answer-measures = Do the measures still hold?
answer-measures-lead = Answer those that you have a view on.
answer-measures-own = Measures that you take part in
answer-measures-others = { $count ->
    [one] One more measure
   *[other] { $count } more measures
}
answer-measures-all = { $count ->
    [one] Answer one measure
   *[other] Answer one or more of { $count } measures
}
answer-measure-draft = What it is about
answer-why = Why?
answer-text = What do you want to tell us?
answer-text-hint = Do not write about other people’s health, family or the like. Everybody may read your statement.
answer-kept = Attachments
answer-kept-hint = Untick what is not to be included.
answer-send = Send
answer-published-at-once = The answer is shown at once, with the organisation’s name.
answer-published-when-read = The statement is shown when somebody has read it through. Name and e-mail are not shown.
answer-known-title = Already answered: statement { $number }
answer-known = The answer of { $day } stands in the form. Change it, and send it again.
answer-conflict-title = Somebody else has answered while you were writing
answer-conflict = Statement { $number } was sent by the same link or for the same organisation. What you wrote stands in the form. If you send now, your answer takes the place of the other one.
answer-conflict-theirs = See what was sent
answer-over-title = The deadline has passed
answer-over = The deadline was { $day }. If it is important, write to { $contact }. The programme can include late statements.
answer-over-assessed = The consultation has ended and every statement is assessed. The deadline was { $day }. Write to { $contact } with any question.
answer-see-own = See statement { $number }
answer-others-title = This consultation asks others
answer-others = We ask { $who }. If you want to say something all the same, write to { $contact }. If you are a partner, sign in or use the link in your e-mail.
answer-unknown-title = The link does not work
answer-unknown = It may not have been copied in full, or you have been sent a newer one. Use the newest e-mail, or write to { $contact }.
answer-too-large-title = The attachments are too large
answer-too-large = Together they can be { $megabytes } MB. Go back in your browser: what you wrote is there. Choose smaller files, and send again.
receipt-title = Thank you, statement { $number } has been received
receipt-lead = You have answered “{ $title }”.
receipt-number = is the number of your statement
receipt-measures = { $count ->
    [one] measure answered, of one
   *[other] measures answered, of { $count }
}
receipt-assessed = Every statement gets an answer. You will see it on the statement’s page.
receipt-change-link = You can change it by the same link until { $day }.
receipt-change-member = You can change the answer here until { $day }.
receipt-change-form = If you gave an e-mail address, we have sent you a link. With it you can change the statement until { $day }.
receipt-follow = See statement { $number }
statement-mail-subject = Statement { $number } received: { $title }
statement-mail-text = 
    Hello!

    Thank you for statement { $number } to “{ $title }”. Every statement gets an answer. It will stand here:

    { $page }

    You can change the statement until { $day } by this link. Do not share it:

    { $link }

    Name and e-mail address are deleted when the consultation ends.

    { $programme }
field-sender = Who are you?
field-organisation-name = Name of the organisation
field-organisation-name-hint = Only if you answer for an organisation. The name is shown.
field-person-name = Your name
field-person-name-hint = Is not shown, and is deleted when the consultation ends.
field-email-statement-hint = We send a receipt and a link by which you can change your statement. It is not shown, and is deleted when the consultation ends.
field-rest = All measures that we do not answer still hold for us
field-rest-hint = If you have five minutes: tick this, and answer only those that should change.
field-files = Attach files
field-files-hint = Up to { $most } files of { $megabytes } MB: pdf, png, jpg or plain text. Everybody can download them.
field-statement = Statement
mistake-sender = Choose who you are
mistake-organisation-name = Write the organisation’s name
mistake-file-kind = { $name } is not pdf, png, jpg or plain text.
mistake-file-large = { $name } is too large.
mistake-files-many = { $name } was left out: there is room for { $most } files.
guard-leave-empty = Leave this field empty
guard-trap = A field that is to stay empty was filled in. Now it is empty. Please send again. What you wrote is here.
guard-again = Please send once more. What you wrote is here. We ask this to keep robots out.
guard-flood = Very many answers are coming in right now. Wait some minutes, and send again. What you wrote is here.

# Consultations in the workspace
hearing-new = New consultation
hearing-to-assess = { $count ->
    [0] No statement waits for an answer.
    [one] One statement waits for an answer.
   *[other] { $count } statements wait for an answer.
}
hearing-open = Open the consultation
hearing-open-lead = When you open it, the plan is published as it is now, and the questions cannot be changed.
hearing-extend = Give more time
hearing-invite = Send a personal link
hearing-conclude = End the consultation
hearing-conclude-hint = What came of it. The text is shown to everybody. Names and e-mail addresses of those who answered are deleted.
hearing-body-hint = What you ask, and why.
hearing-deadline-hint = The last day on which one can answer.
hearing-questions-hint = One question on each line.
statement-show = Is the statement to be shown?
statement-assess = Assess the statement
publication-waiting = Not read through
publication-published = Shown
publication-withheld = Withheld
field-kind = Kind
field-circles = Whom do you ask?
field-deadline = Deadline
field-every-measure = Ask whether each measure still holds
field-questions = Questions
field-conclusion = What came of it
field-publication = Decision
field-point = Reason for withholding it
field-becomes = What became of it?
field-assessment = Our answer
field-changed = Measures that were changed
field-assessed-by = Assessed by
saved-hoering = The consultation is updated.
hearing-mail-subject = We want to hear what you think: { $title }
hearing-mail-for = With this link you answer for { $organisation }, without signing in:
hearing-mail-for-oneself = With this link you answer without signing in:
hearing-mail-text =
    Hello,

    { $programme } asks about “{ $title }”. { $answers }

    { $link }

    You can answer, and change your answer, up to and including { $day }. The link is yours: whoever holds it can answer in your place.

    Your e-mail address is deleted when the consultation has ended, and on { $forgotten } at the latest.

    Regards, { $programme }
answered-mail-subject = Answer to statement { $number }: { $title }
answered-mail-changed = This was changed: { $measures }.
answered-mail-nothing = No measure was changed.
answered-mail-text =
    Hello,

    The consultation “{ $title }” has ended. Here is the answer to statement { $number }.

    { $outcome }. { $answer }

    { $changed }

    The statement and the answer stand here: { $page }

    Names and e-mail addresses of those who answered have now been deleted. This is the last e-mail about the consultation.

    Regards, { $programme }

# Consultations in the workspace: planning, asking and following up
hearings-work-lead = { $count ->
    [0] No statement waits for an answer.
    [one] One statement waits for an answer.
   *[other] { $count } statements wait for an answer.
}
hearing-edit = Edit the consultation
hearing-withdraw = Withdraw the consultation
hearing-conflict = Somebody else has saved the consultation since you opened it. What you wrote stands here. Press once more to let yours count.
hearing-circles-hint = Everybody and the residents answer by the form on the page. Partners and a forum answer for their organisations.
hearing-forum = The forum that is asked
hearing-some-measures = Choose measures one by one
hearing-some-measures-hint = Where you do not ask about all. The measures must belong to the plan chosen above.
hearing-will-ask = Organisations that will be asked
hearing-extend-hint = Why people get more time. It is shown on the page.
field-forum-name = Name of the forum
field-members = The organisations in the forum
field-measures = Measures you ask about
mistake-circles = Choose at least one group to ask.
mistake-forum-name = Write the name of the forum.
mistake-forum-members = Choose the organisations in the forum.
mistake-measures-plan = Choose the plan that the measures belong to, or leave out measures of other plans.
mistake-before-opening = The consultation had not opened on that day.
mistake-file-gone = { $name } lay here too long without being sent and was deleted. Attach it again.
saved-hoering-trukket = The consultation has been withdrawn. Nobody else has seen it.
saved-hoering-avsluttet = The consultation has ended. Those who gave an e-mail address get the answer, and names and addresses have been deleted.
saved-lenker = The links have been sent.
saved-paaminnet = Those who have not answered have got a new link. The old one no longer works.
saved-innspill = The statement has been written in and has its number.
saved-avgjort-innspill = The decision stands in the log that everybody can read.
saved-innspill-slettet = The text has been erased for good. The log shows that it was done.
journal-erase-statement = erased the text of a statement
trouble-not-withheld = Only statements that are withheld can be erased. Withhold it first.
links-title = Personal links
links-lead = { $count ->
    [0] Nobody has got a link yet.
    [one] One has got a link. { $silent ->
        [0] It has been answered.
       *[other] It has not been answered.
    }
   *[other] { $count } have got a link. { $silent ->
        [0] All have answered.
        [one] One has not answered.
       *[other] { $silent } have not answered.
    }
}
links-unreached = Asked, but without a link and without an answer:
links-table = Who has got a link
links-address = E-mail address
links-for = Answers for
links-oneself = Themselves
links-sent = Sent
links-became = What happened
links-forgotten = Deleted
links-answered = Answered { $day }
links-answered-otherwise = The organisation has answered: statement { $number }
links-opened = Opened { $day }, not answered
links-unopened = Not opened
links-remind = { $count ->
    [one] Remind the one who has not answered
   *[other] Remind the { $count } who have not answered
}
hearing-invite-send = Send the links
invite-addresses-hint = One receiver on each line: e-mail address, comma and the organisation it answers for. You can paste from a spreadsheet.
invite-organisation-hint = Used for lines without an organisation.
field-everybody = Send also to everybody who can sign in for the organisations that are asked
invite-none = Write at least one e-mail address, or tick everybody who can sign in.
invite-many = Send to 500 at most at a time.
invite-report = { $sent ->
    [0] No links were sent.
    [one] One link was sent.
   *[other] { $sent } links were sent.
} { $refused ->
    [one] One line stays in the form and was not sent:
   *[other] { $refused } lines stay in the form and were not sent:
}
invite-refused-address = “{ $line }”: this is not an e-mail address.
invite-refused-organisation = “{ $line }”: we know no organisation of this name.
invite-refused-not-asked = “{ $line }”: the consultation does not ask this organisation.
invite-refused-nobody = “{ $line }”: write which organisation the address answers for.
invite-refused-answered = “{ $line }”: has answered and needs no new link.
invite-refused-unsent = “{ $line }”: the e-mail could not be sent now. Try again.
statement-assess-next = Assess statement { $number }
statement-waits = Waits for an answer
statements-work-none = The statements come here, also those that nobody has read through.
statement-choices-hint = The digits 1 to 4 choose while the focus is here.
statement-save-next = Save and go to the next
statement-erase = Erase the text for good
statement-erase-lead = Text, reasons and attachments are erased, in the history too, and cannot be brought back. The number, the answer and the log remain. Backups taken before hold the text until they are replaced.
statement-erase-button = Erase for good
statement-erased = The statement is withheld, and its text has been erased: { $point }
moderated-erased = Erased for good
statement-registered = Came on paper or by telephone and was written in by the programme.
statement-registered-late = Came after the deadline and was written in by the programme.
statement-register = Write in a statement
statement-register-lead = For what came on paper, by telephone or too late. It gets a number and an answer like all others, and the page says that it was written in.
statement-register-button = Write in
field-received = Received
field-received-hint = The day on which you got it. If that is after the deadline, the page says so.
registered-partner = A partner
registered-organisation = Another organisation
registered-resident = A resident
registered-anonymous = Somebody who does not want to say who they are
registered-organisation-hint = For a partner.
registered-name-hint = For another organisation. The name is shown. Do not write names of private persons.
registered-statement-hint = As it stands in the letter, without names and addresses of private persons.
field-point-hint = Only where it is withheld. The point is shown to everybody.
field-assessment-hint = What you do with it, and why. It is shown to everybody.
field-changed-hint = “Changed after statement” then stands at the measure in the comparison of the plans.
field-assessed-by-hint = A role or a body, not a name.
adopt-unanswered = { $count ->
    [one] The plan cannot be adopted before this statement has been assessed:
   *[other] The plan cannot be adopted before these { $count } statements have been assessed:
}
hearing-organisations = { $count ->
    [0] –
    [one] One organisation
   *[other] { $count } organisations
}
hearing-why = Why we ask
hearing-figure-said = { $count ->
    [one] statement came in
   *[other] statements came in
}
hearing-figure-changed = { $count ->
    [one] measure was changed
   *[other] measures were changed
}
hearing-figure-answered = of those who were asked answered
hearing-of = { $part } of { $whole }
