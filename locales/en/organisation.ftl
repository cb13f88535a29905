# Organisations and what they give
organisations-title = Growing together
organisations-lead = The municipality, businesses and schools own the programme together. This is who takes part, what they answer for and what they give.
organisations-owner = Owner
organisations-executing = Runs the programme
organisations-steering = Steering group
organisations-partner = Partners
organisations-contributor = Contributors
organisations-other = Others
organisation-role-owner = Project owner
organisation-role-executing = Runs the programme
organisation-role-steering = In the steering group
organisation-role-partner = Partner
organisation-role-contributor = Contributor
organisation-kind = Kind
organisation-kind-municipality = Municipality
organisation-kind-association = Association
organisation-kind-company = Company
organisation-kind-school = School
organisation-kind-forum = Professional forum
organisation-kind-other = Organisation
organisation-number = Organisation number
organisation-website = Website
organisation-measure-count = { $count ->
    [0] no measures yet
    [one] { $count } measure
   *[other] { $count } measures
}
organisation-pledged = { $kroner } pledged
organisation-measures-responsible = Answers for these measures
organisation-measures-executing = Carries out these measures
organisation-measures-contributing = Contributes to these measures
organisation-goals = Goals it answers for
organisation-plans-and-figures = Plans and figures it answers for
organisation-gives = Pledged and delivered
organisation-gives-caption = Contributions, year by year
organisation-gives-by-measure = See the contributions measure by measure
organisation-gives-year = Year
organisation-gives-pledged = Pledged
organisation-gives-delivered = Delivered
organisation-gives-pledged-hours = Hours pledged
organisation-gives-delivered-hours = Hours delivered
organisation-gives-money = { $pledged } pledged, { $delivered } delivered.
organisation-gives-time = { $pledged } hours pledged, { $delivered } delivered.
