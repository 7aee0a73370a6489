// Made from what the rules say of their wrong examples: 'RECORD=1 swift test' writes this file anew.
// swift-format-ignore-file

/// What each rule says of its wrong example.
let ruleMessages: [String: [String]] = [
  "ambiguous-mapping": [
    #"line 2: error: 'purchase' is sent twice as 'Lead' [ambiguous-mapping]"#,
    #"line 1: note: first mapped here"#,
    #"line 2: note: take one of them out, or give one a 'name:' if never both conditions hold"#,
  ],
  "bad-pattern": [
    #"line 1: error: '^(begin_checkout|purchase' is not a regular expression: '(' is never closed [bad-pattern]"#,
    #"line 1: note: Tag Manager reads patterns in RE2's syntax"#,
  ],
  "braces-in-name": [
    #"line 1: error: nothing can refer to the variable '{Shop}' [braces-in-name]"#,
    #"line 1: note: a name between double braces holds no braces itself"#,
  ],
  "broken-template": [
    #"line 2: error: template 'broken.tpl' is broken: the file has no section '___SANDBOXED_JS_FOR_SERVER___' or '___SANDBOXED_JS_FOR_WEB_TEMPLATE___': add it, or export the template again [broken-template]"#,
    #"broken.tpl:1: note: it is here in the template"#,
  ],
  "circular-reference": [
    #"line 1: error: variables refer to each other in a circle: 'Total' → 'Sum' → 'Total' [circular-reference]"#,
    #"line 1: note: take the reference out of one of them, or read the value from the event data"#,
  ],
  "condition-alternatives": [
    #"line 3: error: the conditions have 40 alternatives, and each is a trigger [condition-alternatives]"#,
    #"line 3: note: 32 are the most; one pattern says 'or', too: 'matches("^(a|b|c)$")'"#,
  ],
  "constant-condition": [
    #"line 1: error: constant 'de' is the same for every hit [constant-condition]"#,
    #"line 1: note: compare what comes with the hit"#,
  ],
  "constant-event-id": [
    #"line 1: error: a constant event id makes TikTok drop all events but the first [constant-event-id]"#,
    #"line 1: note: name where the id of each single event arrives: '.eventData("event_id")'"#,
  ],
  "constant-too-long": [
    #"line 1: warning: constant 'Terms' has 1500 characters, and Tag Manager keeps 1,024 [constant-too-long]"#,
    #"line 1: note: shorten it, or let it arrive in the event data"#,
  ],
  "container-size": [
    #"line 1: warning: container 'Shop' has 6033 bytes, its budget is 1000 [container-size]"#,
    #"line 1: note: 'layout: .lookupTable' and 'sources: .inline' make it smaller"#,
    #"line 1: note: '.sizeBudget(container: …)' behind its closing brace sets another budget"#,
  ],
  "cookie-domain": [
    #"line 1: error: client 'GA4 shop' has no domain for its cookie [cookie-domain]"#,
    #"line 1: note: write 'auto' or a domain"#,
  ],
  "cookie-lifetime": [
    #"line 1: error: the cookie of 'ClickID' is kept for no time [cookie-lifetime]"#,
    #"line 1: note: keep it for one day or more"#,
  ],
  "country-code": [
    #"line 1: error: 'DE' is not a country code of a phone number [country-code]"#,
    #"line 1: note: write its digits alone, such as '49'"#,
  ],
  "digest-of-another-form": [
    #"line 6: error: Meta hashes another text than the one of event data 'user_data.sha256_phone_number' [digest-of-another-form]"#,
    #"line 6: note: take 'sha256:' out, and name where the plain value arrives"#,
  ],
  "duplicate-name": [
    #"line 2: error: variable 'Shop' is declared twice [duplicate-name]"#,
    #"line 1: note: first declared here"#,
    #"line 2: note: Tag Manager keeps one variable per name; give this one another name"#,
  ],
  "duplicate-public-id": [
    #"line 2: error: two containers have the public id 'GTM-ABC1234' [duplicate-public-id]"#,
    #"line 1: note: first declared here"#,
    #"line 2: note: give one of them another"#,
  ],
  "empty-comparison": [
    #"line 1: error: a condition compares with an empty text [empty-comparison]"#,
    #"line 1: note: Tag Manager takes none; 'matches("^$")' fits where a value is empty"#,
  ],
  "empty-event-map": [
    #"line 1: warning: 'TikTok' sends no event [empty-event-map]"#,
    #"line 1: note: add On("purchase", send: …) to 'events'"#,
  ],
  "empty-event-name": [
    #"line 1: error: event 'generate_lead' is sent without a name [empty-event-name]"#,
    #"line 1: note: name what TikTok gets, such as '.lead()' or '.custom("Newsletter")'"#,
  ],
  "empty-first-of": [
    #"line 1: error: 'firstOf' names no source [empty-first-of]"#,
    #"line 1: note: name one or more"#,
  ],
  "empty-name": [
    #"line 1: error: a variable has no name [empty-name]"#,
    #"line 1: note: give it one"#,
  ],
  "empty-plan": [
    #"error: the plan 'Shop' declares no container [empty-plan]"#,
    #"note: add a ServerContainer to its 'plan'"#,
  ],
  "empty-table": [
    #"line 5: error: table 'Currency' has no row [empty-table]"#,
    #"line 5: note: add one or more"#,
  ],
  "ending-api-version": [
    #"line 1: warning: version 202609 of LinkedIn Conversions API ends on 2027-09-15 [ending-api-version]"#,
    #"line 1: note: requests that name it are refused from then on"#,
    #"line 1: note: update Tagwright, generate anew, and publish the container before"#,
  ],
  "environment-name": [
    #"line 11: error: environment 'shop/staging' cannot name a folder [environment-name]"#,
    #"line 11: note: use letters, digits, hyphens and underscores, such as 'staging'"#,
  ],
  "event-data-path": [
    #"line 1: error: 'items[0].item_id' is not a path of the event data [event-data-path]"#,
    #"line 1: note: write keys and indexes with one dot between: 'items.0.item_id'"#,
  ],
  "event-filter": [
    #"line 1: error: custom event trigger 'Purchase' has 0 conditions on the event's name [event-filter]"#,
    #"line 1: note: it has exactly one, such as '.variable("_event") == "purchase"'"#,
  ],
  "event-id-required": [
    #"line 4: error: Pinterest refuses events without an id [event-id-required]"#,
    #"line 4: note: name where it arrives: 'deduplication: .sharedEventID(.eventData("event_id"))'"#,
  ],
  "event-name": [
    #"line 1: error: 'page_view ' is not a name of an event [event-name]"#,
    #"line 1: note: write the name as it reaches the server container, without spaces around it"#,
  ],
  "events-that-occur-together": [
    #"line 2: warning: 'search' and 'view_search_results' occur together, and both are sent as 'Search' [events-that-occur-together]"#,
    #"line 1: note: first mapped here"#,
    #"line 2: note: map one of them, or narrow both with 'where:'"#,
  ],
  "failed-example": [
    #"line 3: error: example 'A visitor who refused': 0 requests to 'https://business-api.tiktok.com/', not one [failed-example]"#,
    #"line 3: note: mend the plan, or what the example expects; 'simulate --event' shows what the hit leads to"#,
  ],
  "first-of-in-variable": [
    #"line 3: error: no single variable can stand for several sources [first-of-in-variable]"#,
    #"line 3: note: name one source here; 'firstOf' works in the fields of a destination"#,
  ],
  "foreign-path": [
    #"line 1: warning: 'ecommerce.value' is a path of the data layer, not of the event data [foreign-path]"#,
    #"line 1: note: GA4's client calls it 'value': write '.eventData("value")'"#,
  ],
  "form-submit-as-lead": [
    #"line 1: warning: GA4 sends 'form_submit' for every form, and each would count as a lead [form-submit-as-lead]"#,
    #"line 1: note: map 'generate_lead', or narrow it: 'where: .eventData("form_id") == "contact"'"#,
  ],
  "hashed-source-into-hashing-field": [
    #"line 1: error: event data 'user_data.sha256_email_address' holds a digest, and this match key hashes its sources [hashed-source-into-hashing-field]"#,
    #"line 1: note: put it behind 'sha256:'"#,
  ],
  "hidden-field": [
    #"line 1: warning: 'Badge' leaves hidden fields empty that the template requires [hidden-field]"#,
    #"line 1: note: they are 'address'"#,
    #"line 1: note: if an import complains of them, give them any value"#,
  ],
  "impossible-event-name": [
    #"line 1: warning: no GA4 event is called 'add to cart': a name has letters, digits and underscores only [impossible-event-name]"#,
    #"line 1: note: write the name exactly as the web container sends it, such as 'add_to_cart'"#,
  ],
  "invalid-value": [
    #"line 1: error: '50 €' is not a number [invalid-value]"#,
    #"line 1: note: write digits with a point, such as '.constant("59.98")'; 'currency:' says of what"#,
  ],
  "legacy-event-name": [
    #"line 1: warning: 'SubmitForm' is a name from before May 2025 [legacy-event-name]"#,
    #"line 1: note: TikTok accepts it and shows it under its new name; send Lead"#,
    #"line 1: note: pixel and server have to use the same name, or nothing is deduplicated"#,
  ],
  "long-cookie-lifetime": [
    #"line 1: warning: the cookie of 'BrowserID' is meant to live longer than browsers allow [long-cookie-lifetime]"#,
    #"line 1: note: they take it away after 400 days"#,
  ],
  "long-parameter-name": [
    #"line 4: warning: no GA4 parameter is called 'the_description_of_the_form_as_the_visitor_sees_it': a name has at most 40 characters [long-parameter-name]"#,
    #"line 4: note: give it a shorter name in the web container, and read that"#,
  ],
  "match-key-not-taken": [
    #"line 1: warning: TikTok does not take the match key 'Gender' [match-key-not-taken]"#,
    #"line 1: note: take it out, or give it to a destination that takes it"#,
  ],
  "match-key-without-source": [
    #"line 1: error: match key 'Email' has no source [match-key-without-source]"#,
    #"line 1: note: name where it arrives, such as '.eventData("…")'"#,
  ],
  "measurement-id": [
    #"line 1: error: 'UA-1234567-1' is not a measurement id [measurement-id]"#,
    #"line 1: note: it begins with 'G-', as the data stream shows it"#,
  ],
  "missing-client": [
    #"line 1: warning: container 'Shop' has no client, so no event arrives [missing-client]"#,
    #"line 1: note: add 'GA4Client()' to it"#,
  ],
  "missing-contents": [
    #"line 1: warning: event 'add_to_wishlist' is sent as 'AddToWishlist' without contents [missing-contents]"#,
    #"line 1: note: add 'contents: .items', which takes GA4's items"#,
  ],
  "missing-currency": [
    #"line 1: warning: event 'generate_lead' has a value and no currency [missing-currency]"#,
    #"line 1: note: add 'currency: .eventData("currency")'"#,
  ],
  "missing-event-id": [
    #"line 5: warning: event 'page_view' has no event id, and the pixel runs in the browser [missing-event-id]"#,
    #"line 5: note: share one: 'deduplication: .sharedEventID(.eventData("event_id"))'"#,
  ],
  "missing-field": [
    #"line 1: error: 'Badge' leaves the field 'text' empty [missing-field]"#,
    #"line 1: note: the template requires it, and an import fails without it"#,
  ],
  "missing-match-key": [
    #"line 3: warning: 'TikTok' sends no phone number [missing-match-key]"#,
    #"line 3: note: add 'Phone(.eventData("user_data.phone_number"), defaultCountryCode: …)'"#,
    #"line 3: warning: 'TikTok' sends no click id [missing-match-key]"#,
    #"line 3: note: add 'ClickID(.urlParameter("ttclid"), .cookie("ttclid"))'"#,
    #"line 3: warning: 'TikTok' sends no browser id [missing-match-key]"#,
    #"line 3: note: add 'BrowserID(.cookie("_ttp"), .eventData("ttp"))'"#,
  ],
  "missing-reason": [
    #"line 1: error: consent is waived without a reason [missing-reason]"#,
    #"line 1: note: say why no consent is needed; it stands in the generated documentation"#,
  ],
  "missing-value": [
    #"line 1: warning: event 'subscribe' is sent as 'Subscribe' without a value [missing-value]"#,
    #"line 1: note: add 'value: .eventData("value"), currency: .eventData("currency")'"#,
  ],
  "misspelt-event": [
    #"line 1: warning: TikTok has no event 'AddToWishList' [misspelt-event]"#,
    #"line 1: note: did you mean 'AddToWishlist'? write '.addToWishlist(…)'"#,
  ],
  "nested-folder": [
    #"line 2: error: folder 'Checkout' stands inside folder 'Advertising' [nested-folder]"#,
    #"line 2: note: Tag Manager's folders hold no folders; move it beside the other"#,
  ],
  "not-a-number": [
    #"line 1: error: 'inf' is not a number to compare with [not-a-number]"#,
    #"line 1: note: name a finite number"#,
  ],
  "numeric-id": [
    #"line 1: error: 'pixel-1' is not a pixel id of Meta [numeric-id]"#,
    #"line 1: note: write the digits that Meta shows, such as '1000000000000001'"#,
  ],
  "personal-data-as-property": [
    #"line 1: error: property 'email' would be sent in plain text [personal-data-as-property]"#,
    #"line 1: note: send it as the match key 'Email', which hashes it"#,
  ],
  "plain-source-as-digest": [
    #"line 1: warning: event data 'user_data.email_address' is a plain value, and only digests pass behind 'sha256:' [plain-source-as-digest]"#,
    #"line 1: note: name it before 'sha256:', where it is hashed"#,
  ],
  "public-id": [
    #"line 1: error: 'G-ABC1234567' is not the public id of a container [public-id]"#,
    #"line 1: note: it is 'GTM-' and capital letters or digits, as Tag Manager shows it"#,
  ],
  "raw-member": [
    #"line 2: error: 'notes' of variable 'Currency' has a word of its own in the plan [raw-member]"#,
    #"line 2: note: say it by that word"#,
  ],
  "reference-in-constant": [
    #"line 1: error: constant '{{Search Term}}' would be read as a variable reference [reference-in-constant]"#,
    #"line 1: note: use '.variable("…")' to refer to a variable"#,
  ],
  "repeated-key": [
    #"line 1: error: 'Shop' has 'value' twice [repeated-key]"#,
    #"line 1: note: leave one of them"#,
  ],
  "repeated-row": [
    #"line 5: error: table 'Currency' has two rows for 'de' [repeated-row]"#,
    #"line 5: note: leave one of them"#,
  ],
  "reused-event-id": [
    #"line 1: warning: event data 'ga_session_id' is not new for every event, or only the server knows it [reused-event-id]"#,
    #"line 1: note: name the id that the pixel sends too: '.eventData("event_id")'"#,
  ],
  "same-pixel-twice": [
    #"line 16: warning: 'page_view' is sent to pixel 'D6AP4E3C77U3L7SP8O7G' by two destinations [same-pixel-twice]"#,
    #"line 7: note: also sent here"#,
    #"line 16: note: take it out of one, or give each destination its own pixel code"#,
  ],
  "secret-name": [
    #"line 3: error: a secret is not named like an environment variable [secret-name]"#,
    #"line 3: note: name it in capitals, such as 'TIKTOK_ACCESS_TOKEN'; its value stands in the environment only"#,
  ],
  "server-only-condition": [
    #"line 9: error: the pixel cannot follow this condition of 'sign_up': only the server knows the request header 'x-shop' [server-only-condition]"#,
    #"line 9: note: compare event data, a cookie or the page instead, or say 'Pixel(.none)'"#,
  ],
  "several-purchase-events": [
    #"line 5: warning: 'purchase' and 'order_completed' both count as purchases [several-purchase-events]"#,
    #"line 1: note: first mapped here"#,
    #"line 5: note: map the one that happens once per order, or narrow both with 'where:'"#,
  ],
  "shared-access-token": [
    #"line 11: warning: pixels 'D6AP4E3C77U3L7SP8O7G' and 'D8KU48BC77U7CO3SHUSG' share an access token [shared-access-token]"#,
    #"line 2: note: also used here"#,
    #"line 11: note: generate a token for each pixel, and name a secret for each"#,
  ],
  "shared-container": [
    #"line 10: warning: environments 'production' and 'staging' are both compiled into 'GTM-ABC1234' [shared-container]"#,
    #"line 10: note: give each environment the public id of its own container"#,
  ],
  "space-around-name": [
    #"line 1: warning: the name of variable 'Shop ' begins or ends with a space [space-around-name]"#,
    #"line 1: note: take the space out"#,
  ],
  "standard-event-as-custom": [
    #"line 1: error: 'Purchase' is an event of TikTok's list, not a custom one [standard-event-as-custom]"#,
    #"line 1: note: write '.purchase(…)', which asks for what TikTok needs"#,
  ],
  "tag-without-trigger": [
    #"line 1: warning: tag 'Partner' fires on no trigger [tag-without-trigger]"#,
    #"line 1: note: name a trigger in 'firing:'"#,
  ],
  "template-size": [
    #"line 9: warning: template 'TikTok Pageview (page_view)' has 15884 bytes, its budget is 1000 [template-size]"#,
    #"line 9: note: '.sizeBudget(template: …)' behind the container's brace sets another budget"#,
    #"line 9: warning: template 'Consent to ad_storage' has 4317 bytes, its budget is 1000 [template-size]"#,
    #"line 9: note: '.sizeBudget(template: …)' behind the container's brace sets another budget"#,
    #"line 9: warning: template 'TikTok User Data' has 4731 bytes, its budget is 1000 [template-size]"#,
    #"line 9: note: '.sizeBudget(template: …)' behind the container's brace sets another budget"#,
  ],
  "test-code-in-production": [
    #"line 5: error: 'TikTok' has a test event code where events are real [test-code-in-production]"#,
    #"line 5: note: with it TikTok shows events under Test Events and counts none of them"#,
    #"line 5: note: give it to test environments only: 'environment.isTest ? .secret(…) : nil'"#,
  ],
  "token-literal": [
    #"line 3: error: this holds what looks like an access token of TikTok [token-literal]"#,
    #"line 3: note: name a secret instead: '.secret("TIKTOK_ACCESS_TOKEN")'"#,
    #"line 3: note: if it has been in git, revoke it and make a new one"#,
  ],
  "transaction-id-as-event-id": [
    #"line 6: warning: 'transaction_id' is the event id of events that are not purchases, such as 'page_view' [transaction-id-as-event-id]"#,
    #"line 6: note: give it to purchases alone: '.sharedEventID(…, purchase: .eventData("transaction_id"))'"#,
  ],
  "trigger-without-condition": [
    #"line 1: error: trigger 'Everything' looks at every event and has no condition [trigger-without-condition]"#,
    #"line 1: note: add a condition, or let the tag fire on '.allEvents()'"#,
  ],
  "underscore-parameter": [
    #"line 1: warning: GA4 drops the parameter '_ttp': names must not begin with an underscore [underscore-parameter]"#,
    #"line 1: note: send it as 'ttp' from the web container, and read that"#,
  ],
  "unknown-choice": [
    #"line 2: error: field 'colour' has no choice 'purple' [unknown-choice]"#,
    #"line 2: note: there are 'red', 'green'"#,
  ],
  "unknown-currency": [
    #"line 1: error: '€' is not a currency code [unknown-currency]"#,
    #"line 1: note: write the three letters of ISO 4217, such as 'EUR' or 'USD'"#,
  ],
  "unknown-destination": [
    #"line 1: error: destination 'Elsewhere' cannot be compiled [unknown-destination]"#,
    #"line 1: note: use one that Tagwright has: TikTok, Meta, Pinterest, Snapchat, Reddit, LinkedIn"#,
  ],
  "unknown-field": [
    #"line 2: error: template 'Badge' has no field 'txt' [unknown-field]"#,
    #"line 2: note: did you mean 'text'?"#,
  ],
  "unknown-trigger": [
    #"line 2: error: there is no trigger 'Purchsae' in this container [unknown-trigger]"#,
    #"line 2: note: did you mean 'Purchase'?"#,
  ],
  "unknown-type": [
    #"line 1: error: server containers have no tag of type 'gaawe' [unknown-type]"#,
    #"line 1: note: it belongs to web containers; here it is 'sgtmgaaw'"#,
  ],
  "unknown-variable": [
    #"line 3: error: there is no variable 'Shpo' in this container [unknown-variable]"#,
    #"line 3: note: declare it: 'RawVariable("Shpo", …)', or 'ExternalVariable("Shpo")' if the container that you merge into has it"#,
  ],
  "unlisted-currency": [
    #"line 1: warning: TikTok does not list the currency 'BGN' [unlisted-currency]"#,
    #"line 1: note: convert the value, and send a currency of its list such as 'EUR' or 'USD'"#,
  ],
  "unreadable-template": [
    #"line 2: error: template 'bagde.tpl' cannot be read: there is no such file [unreadable-template]"#,
    #"line 2: note: the path is relative to the Swift file that names it"#,
  ],
  "unsent-part": [
    #"line 9: warning: 'form.topic' does not reach the server: of objects, a GA4 tag sends 'user_data' and 'items' [unsent-part]"#,
    #"line 9: note: let the page push 'form_topic' beside 'form', and write '.eventData("form_topic")'"#,
  ],
  "unsupported-pixel": [
    #"line 11: warning: the web container 'Shop' does not call the pixel for 'generate_lead' [unsupported-pixel]"#,
    #"line 11: note: 'LinkedIn' knows events of the pixel by a rule of their own: add 'pixelRule:'"#,
  ],
  "unused-allowance": [
    #"line 2: warning: 'form-submit-as-lead' is allowed here, and finds nothing [unused-allowance]"#,
    #"line 2: note: take the allowance out, so that it hides nothing later"#,
  ],
  "unused-trigger": [
    #"line 1: warning: no tag fires on trigger 'Purchase' [unused-trigger]"#,
    #"line 1: note: name it in the 'firing:' of a tag, or take it out"#,
  ],
  "web-container": [
    #"line 3: error: 'sgtm.example.com' is not an address of a tagging server [web-container]"#,
    #"line 3: note: write it as 'https://sgtm.example.com'"#,
    #"line 3: error: the Google tag has no measurement id [web-container]"#,
    #"line 3: note: add a 'GA4Tag' to the server container, or say 'measurementID:' here"#,
  ],
  "web-operator": [
    #"line 1: warning: a CSS selector selects nothing in a server container [web-operator]"#,
    #"line 1: note: pages have elements, hits have none; compare event data with 'contains' or 'matches'"#,
  ],
  "wrong-field-value": [
    #"line 2: error: field 'linked' takes '.boolean', since it is a check box [wrong-field-value]"#,
    #"line 2: note: change the value, or how it is given"#,
  ],
  "wrong-template-kind": [
    #"line 1: error: 'Badge' is made from a template of another kind [wrong-template-kind]"#,
    #"line 1: note: 'badge.tpl' makes a tag"#,
  ],
  "meta-field-name": [
    #"line 3: error: 'id' is Meta's name [meta-field-name]"#,
    #"line 3: note: TikTok calls it 'content_id', in 'contents'"#,
    #"line 3: error: 'item_price' is Meta's name [meta-field-name]"#,
    #"line 3: note: TikTok calls it 'price', in 'contents'"#,
  ],
  "pixel-code": [
    #"line 3: error: '7012345678901234567' looks like the numeric id of the pixel, not like its code [pixel-code]"#,
    #"line 3: note: copy the 20 characters that Events Manager shows"#,
  ],
  "tiktok-name-as-trigger": [
    #"line 1: warning: 'PageView' is TikTok's name, and events arrive under the site's own [tiktok-name-as-trigger]"#,
    #"line 1: note: GA4 calls this event 'page_view'"#,
  ],
  "unusual-pixel-code": [
    #"line 3: warning: 'CP1234567890' does not look like a pixel code [unusual-pixel-code]"#,
    #"line 3: note: codes have 20 capital letters and digits, such as 'D6AP4E3C77U3L7SP8O7G'"#,
  ],
]
