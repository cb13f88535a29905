# Signing in
sign-in-title = Sign in
sign-in-lead = We send you a link by e-mail. You need no password.
sign-in-address = E-mail address
sign-in-address-hint = The address that was given access.
sign-in-address-wrong = Write the e-mail address like this: name@example.no
sign-in-error-title = Mend this to sign in
sign-in-send = Send me a link
sign-in-sent-title = Look in your inbox
sign-in-sent-lead = If the address has access, a link is on its way. It can be used once, and works for a quarter of an hour.
sign-in-sent-wait = If it does not come, it may lie in the spam folder, or the address may be another than the one that was given access.
sign-in-again = Ask for a new link
sign-in-open-title = Sign in to { $programme }
sign-in-open-lead = Press the button and you are in. The link can be used only once.
sign-in-used-title = The link no longer works
sign-in-used-lead = It has been used, or it is too old. Ask for a new one, and it will be with you in a moment.
sign-in-mail-subject = Sign in to { $programme }
sign-in-mail-text =
    Hello!

    Here is the link that signs you in to { $programme }:

    { $link }

    It can be used once, and works for a quarter of an hour. If you did not ask for it, you can ignore this e-mail.
role-lead = Programme lead
role-editor = Editor
role-steering = Steering group
role-partner = Partner
role-analyst = Analyst
