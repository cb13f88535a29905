# The letter to partners
letter-greeting = Dear partner
letter-greeting-all = Dear partners
letter-goals-stand = { $count ->
    [one] The growth goal stands as before.
   *[other] All { $count } growth goals stand as before.
}
letter-own = What this means for you
letter-own-none = You do not answer for anything in the plan yet, and have not pledged anything to it. If you would like to take part in one of the measures, let us know.
letter-own-kept = { $count ->
    [one] This stands as before: { $names }.
   *[other] These { $count } measures stand as before: { $names }.
}
letter-sum-none = You have not pledged money or hours. What you do is listed here.
letter-sum-same = In all you have pledged { $amount }, the same as before.
letter-sum-new = In all you have now pledged { $amount }.
letter-sum-gone = You had pledged { $before }. None of it is needed in the plan as it is now.
letter-sum-changed = In all you had pledged { $before }. Now it is { $after }.
letter-sum-delivered = Of this, { $amount } has been delivered. Thank you.
letter-fate-kept = stands.
letter-fate-changed = is changed.
letter-fate-paused = is on hold.
letter-fate-stopped = has been stopped.
letter-fate-replaced = has been replaced.
letter-fate-removed = has been taken out of the plan.
letter-fate-new = is new.
letter-pledge-same = You have pledged { $amount }, as before.
letter-pledge-new = You have pledged { $amount }.
letter-pledge-gone = You had pledged { $before }. That is no longer needed here.
letter-pledge-changed = You had pledged { $before }. Now it is { $after }.
letter-delivered = { $amount } has been delivered.
letter-delivered-all = All of it has been delivered.
letter-duty-both = You answer for it and carry it out.
letter-duty-responsible = You answer for it.
letter-duty-executing = You help to carry it out.
letter-ends = It is to be done by { $after }, not { $before }.
letter-why = The reason: { $why }
letter-instead = In its place comes { $name }.
letter-rest = The whole plan
letter-and-more = { $names } and { $count } more
letter-becomes = { $name } (becomes { $other })
letter-we-kept = **We keep** { $names }.
letter-we-changed = **We change** { $names }.
letter-we-paused = **We put on hold** { $names }.
letter-we-stopped = **We stop** { $names }.
letter-we-replaced = **We replace** { $names }.
letter-we-removed = **We take out** { $names }.
letter-we-new = **We start** { $names }.
letter-see-changes = See everything that changed, and why
letter-next = What happens now?
letter-to = To { $name }
letter-title = Letter to partners
letter-draft-subject = The plan has changed
letter-draft-closing = Let us know if anything here is wrong, or if you think that something else should come first. We read everything, and you will hear from us.

    Thank you for taking part.
letter-workspace-lead = Write what is common to all. What each partner needs to know of its own stands in the letter by itself.
letter-common = Common to all
letter-partners = The letters
letter-partners-lead = Read each letter before you send it. Below each letter you can write something to that partner alone.
letter-not-saved = Save what is common first. Then you can write to each partner and send.
letter-read = Read the letter
letter-not-sent = Not sent
letter-sent = { $count ->
    [one] Sent on { $date } to one recipient
   *[other] Sent on { $date } to { $count } recipients
}
letter-write = Write the letter to partners
letter-save = Save the letter
letter-to-one = To this partner alone
letter-send-title = Send the letter
letter-send = Send by e-mail
letter-send-lead = The letter is sent as plain text, one to each address. The addresses are not kept.
letter-pdf = The letter as PDF
letter-text = The letter as text
letter-language = Language: { $language }
letter-public-title = Letter to partners
letter-addresses-none = Write at least one address.
letter-addresses-wrong = “{ $typed }” is not an e-mail address.
letter-addresses-many = At most { $most } addresses at a time.
letter-mail-failed = The mail could not be sent to everyone: { $sent } of { $all } went out. Try again with the rest.
field-subject = Heading
field-opening = Opening
field-opening-hint = What you want to say to all first. Paragraphs, lists and links are possible (Markdown).
field-closing = What happens now?
field-closing-hint = What happens next, and what you ask of the partners.
field-signed = Signature
field-signed-hint = Who signs, for example the role and whom it is for. A line for each.
field-published = Show the common letter to everyone on the site
field-greeting = Greeting
field-greeting-hint = In place of “Dear partner”.
field-own-words = Something to them alone
field-own-words-hint = Stands after the opening, in this letter only.
field-recipients = E-mail addresses
field-recipients-hint = One on each line.
saved-brev = The letter has been saved.
saved-brev-sendt = The letter has been sent.
saved-brev-uten-post = The letter has been put into the outbox, since no mail server is set up.
journal-save-letter = wrote on the letter to partners
journal-send-letter = sent the letter to a partner
letter-conflict = Somebody else has written on the letter since you opened it. Open it again, and write what you had in mind.
