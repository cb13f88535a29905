//! Every address of the site, made in one place. They are permanent.

use jiff::civil::Date;
use programme::{
    ActionPlanId, AssumptionId, FocusAreaId, GoalId, GuidingPlanId, HearingId, Language, MeasureId, OrganisationId, ProgrammeId, SeriesId,
    ShockId, VoteId,
};
use statistics::Period;

/// Makes addresses within one programme, in one language.
#[derive(Debug, Clone)]
pub(crate) struct Addresses {
    programme: ProgrammeId,
    language: Language,
}

impl Addresses {
    pub fn new(programme: ProgrammeId, language: Language) -> Self {
        Self { programme, language }
    }

    /// The same place in another language.
    pub fn in_language(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    /// A path below the programme, such as `/maal`; an empty one is the front page.
    pub fn to(&self, path: &str) -> String {
        match self.language {
            Language::Nb => format!("/{}{path}", self.programme),
            language => format!("/{}/{language}{path}", self.programme),
        }
    }

    pub fn front(&self) -> String {
        self.to("")
    }

    pub fn goals(&self) -> String {
        self.to("/maal")
    }

    pub fn goal(&self, goal: &GoalId) -> String {
        self.to(&format!("/maal/{goal}"))
    }

    pub fn guiding_plans(&self) -> String {
        self.to("/planer")
    }

    pub fn guiding_plan(&self, plan: &GuidingPlanId) -> String {
        self.to(&format!("/planer/{plan}"))
    }

    pub fn action_plans(&self) -> String {
        self.to("/handlingsplan")
    }

    pub fn action_plan(&self, plan: &ActionPlanId) -> String {
        self.to(&format!("/handlingsplan/{plan}"))
    }

    pub fn action_plan_on(&self, plan: &ActionPlanId, day: Date) -> String {
        self.to(&format!("/handlingsplan/{plan}?dato={day}"))
    }

    pub fn revision(&self, plan: &ActionPlanId, number: u32) -> String {
        self.to(&format!("/handlingsplan/{plan}/revisjon/{number}"))
    }

    /// The plan as it is now as a file for other systems: `json` or `xml`.
    pub fn plan_file(&self, plan: &ActionPlanId, ending: &str) -> String {
        self.to(&format!("/handlingsplan/{plan}/plan.{ending}"))
    }

    /// What changed in a plan; the form that chooses between which states leads here.
    pub fn changes_of(&self, plan: &ActionPlanId) -> String {
        self.to(&format!("/handlingsplan/{plan}/endringer"))
    }

    /// What changed from one state of a plan to another.
    pub fn changes(&self, plan: &ActionPlanId, from: impl std::fmt::Display, to: impl std::fmt::Display) -> String {
        format!("{}/{from}..{to}", self.changes_of(plan))
    }

    /// The same as PDF.
    pub fn changes_pdf(&self, plan: &ActionPlanId, from: impl std::fmt::Display, to: impl std::fmt::Display) -> String {
        format!("{}.pdf", self.changes(plan, from, to))
    }

    /// The letter to partners about a revision.
    pub fn letter(&self, plan: &ActionPlanId, number: u32) -> String {
        self.to(&format!("/handlingsplan/{plan}/brev/{number}"))
    }

    /// The same as PDF.
    pub fn letter_pdf(&self, plan: &ActionPlanId, number: u32) -> String {
        format!("{}.pdf", self.letter(plan, number))
    }

    /// The newest adopted revision as PDF.
    pub fn plan_pdf(&self, plan: &ActionPlanId) -> String {
        self.to(&format!("/handlingsplan/{plan}/plan.pdf"))
    }

    /// One adopted revision as PDF.
    pub fn revision_pdf(&self, plan: &ActionPlanId, number: u32) -> String {
        format!("{}.pdf", self.revision(plan, number))
    }

    pub fn hearings(&self) -> String {
        self.to("/hoeringer")
    }

    /// By which rules statements are shown, and the log of it.
    pub fn hearing_rules(&self) -> String {
        self.to("/hoeringer/regler")
    }

    pub fn hearing(&self, hearing: &HearingId) -> String {
        self.to(&format!("/hoeringer/{hearing}"))
    }

    /// The form by which one answers.
    pub fn hearing_answer(&self, hearing: &HearingId) -> String {
        self.to(&format!("/hoeringer/{hearing}/svar"))
    }

    /// The form by which the holder of a personal link answers.
    pub fn hearing_answer_by(&self, hearing: &HearingId, token: &str) -> String {
        self.to(&format!("/hoeringer/{hearing}/svar/{token}"))
    }

    /// The validity matrix as a file.
    pub fn hearing_matrix(&self, hearing: &HearingId) -> String {
        self.to(&format!("/hoeringer/{hearing}/matrise.csv"))
    }

    pub fn statement(&self, hearing: &HearingId, number: u32) -> String {
        self.to(&format!("/hoeringer/{hearing}/innspill/{number}"))
    }

    pub fn focus_area(&self, area: &FocusAreaId) -> String {
        self.to(&format!("/satsingsomraader/{area}"))
    }

    pub fn measure(&self, measure: &MeasureId) -> String {
        self.to(&format!("/tiltak/{measure}"))
    }

    /// The register of assumptions.
    pub fn assumptions(&self) -> String {
        self.to("/forutsetninger")
    }

    /// One assumption's place in the register.
    pub fn assumption(&self, assumption: &AssumptionId) -> String {
        format!("{}#{assumption}", self.assumptions())
    }

    pub fn shock(&self, shock: &ShockId) -> String {
        self.to(&format!("/hendelser/{shock}"))
    }

    pub fn votes(&self) -> String {
        self.to("/prioritering")
    }

    pub fn vote(&self, vote: &VoteId) -> String {
        self.to(&format!("/prioritering/{vote}"))
    }

    /// The ballot of whoever is signed in for an organisation.
    pub fn own_ballot(&self, vote: &VoteId) -> String {
        self.to(&format!("/prioritering/{vote}/stemme"))
    }

    /// The ballot of whoever holds a personal link.
    pub fn ballot(&self, vote: &VoteId, token: &str) -> String {
        self.to(&format!("/prioritering/{vote}/stemme/{token}"))
    }

    /// The published ballots.
    pub fn vote_ballots(&self, vote: &VoteId) -> String {
        self.to(&format!("/prioritering/{vote}/stemmer.pb"))
    }

    pub fn all_series(&self) -> String {
        self.to("/tall")
    }

    pub fn series(&self, series: &SeriesId) -> String {
        self.to(&format!("/tall/{series}"))
    }

    /// One figure on its series' page.
    pub fn figure(&self, series: &SeriesId, period: Period) -> String {
        format!("{}#p{period}", self.series(series))
    }

    pub fn series_csv(&self, series: &SeriesId) -> String {
        self.to(&format!("/tall/{series}.csv"))
    }

    pub fn organisations(&self) -> String {
        self.to("/organisasjoner")
    }

    pub fn organisation(&self, organisation: &OrganisationId) -> String {
        self.to(&format!("/organisasjoner/{organisation}"))
    }

    pub fn about(&self) -> String {
        self.to("/om")
    }

    pub fn privacy(&self) -> String {
        self.to("/personvern")
    }

    pub fn accessibility(&self) -> String {
        self.to("/tilgjengelighet")
    }

    pub fn sign_in(&self) -> String {
        self.to("/logg-inn")
    }

    /// The page of a one-time sign-in link.
    pub fn sign_in_with(&self, token: &str) -> String {
        self.to(&format!("/logg-inn/{token}"))
    }

    pub fn sign_out(&self) -> String {
        self.to("/logg-ut")
    }

    /// The workspace, or a place in it such as `/maal/innbyggere`.
    pub fn workspace(&self, path: &str) -> String {
        self.to(&format!("/arbeid{path}"))
    }

    /// The programme's accent colour as a stylesheet; the same in every language.
    pub fn colour(&self) -> String {
        format!("/{}/farge.css", self.programme)
    }

    /// The page about the API.
    pub fn api(&self) -> String {
        self.to("/api")
    }

    /// A series in the read-only API.
    pub fn api_series(&self, series: &SeriesId) -> String {
        format!("/api/v1/programmes/{}/series/{series}", self.programme)
    }

    /// An action plan in the read-only API.
    pub fn api_action_plan(&self, plan: &ActionPlanId) -> String {
        format!("/api/v1/programmes/{}/action-plans/{plan}", self.programme)
    }

    /// What changed from one state of a plan to another, in the read-only API.
    pub fn api_changes(&self, plan: &ActionPlanId, from: impl std::fmt::Display, to: impl std::fmt::Display) -> String {
        format!("{}/changes?from={from}&to={to}", self.api_action_plan(plan))
    }
}
