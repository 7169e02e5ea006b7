extension Template {
  /// For web forms that attract robots and jokers, to sort out who is real.
  static let spamOrLamb = Template(
    "spam-or-lamb", .qualification,
    #"""
    leadline: 1
    name: Spam or lamb
    description: For web forms that attract robots and jokers, to sort out who is real.

    # Two scores that argue with each other: `spam` collects what is suspicious, `lamb` what only a real person leaves
    # behind. One sign proves nothing (some people do write their names in small letters), so spam needs several.
    #
    # Reads of leads:  email, first_name, last_name, company, phone, job_title, website, message
    # Reads of events: email_open, email_click, email_reply, bounce, form_submit (seconds_on_form)
    #   The usual names of CRM exports (Title, Phone Number ...) are found by themselves. A column or event of another name:
    #   rename it, or write its name here. What you do not have gives nothing.
    #   `message` is what they wrote in the form, `seconds_on_form` how long it took them.
    #
    # Change first:
    #   1. Look at ten forms that were spam, and add what they had in common to `Sells to us`.
    #   2. `Filled in too fast`: half of what you need yourself.
    #   3. The stage `spam`: begin high, look at who is in it for a week, then lower it.

    # A file may lack these.
    optional: [email, first_name, last_name, company, phone, job_title, website, message, seconds_on_form]

    scores:
      spam:
        range: 0..100
        groups:
          name: { max: 40 }
          contact: { max: 45 }
          content: { max: 45 }
        rules:
          - { name: Name from the keyboard, group: name, when: keyboard_walk(first_name) or keyboard_walk(last_name),
              points: 30 }
          - { name: Name repeats itself, group: name, when: repeated(first_name) or repeated(last_name), points: 25 }
          - { name: Name in small letters, group: name, when: uncapitalised(first_name), points: 5 }
          - { name: First name is the last name, group: name, when: first_name = last_name, points: 15 }
          - { name: Name is the company, group: name, when: first_name = company, points: 20 }
          - { name: Digits or a link in the name, group: name, when: "matches(first_name, '\\d|http|www\\.')", points: 40 }

          - { name: Kind of address, group: contact, by: email_kind(email),
              points: { disposable: 40, invalid: 40, role: 10, personal: 5, other: 0, missing: 20 } }
          - { name: Phone from the keyboard, group: contact, when: "matches(phone, '0{6}|1{6}|9{6}|123456')", points: 20 }
          - { name: No way to call, group: contact, when: phone is missing, points: 5 }

          - { name: Link in the message, group: content, when: "contains(message, 'http://', 'https://', 'www.')",
              points: 20 }
          - { name: Sells to us, group: content,
              when: "contains(message, 'backlink', 'guest post', 'seo services', 'casino', 'crypto', 'loan offer')",
              points: 30 }
          - { name: Filled in too fast, group: content, on: form_submit, where: seconds_on_form < 4, count: once,
              points: 25 }

          - { name: Mail came back, on: bounce, count: once, points: 30 }

      lamb:
        range: 0..100
        groups:
          reads: { max: 20 }
        rules:
          - { name: Business address, when: "email_kind(email) = 'business'", points: 20 }
          - { name: A title that we understand, when: seniority(job_title) is known, points: 15 }
          - { name: Says where they work, when: company is known and company != first_name, points: 10 }
          - { name: Has a website, when: website is known, points: 5 }
          - { name: Took their time, on: form_submit, where: seconds_on_form >= 15, count: once, points: 10 }
          - { name: Opened a mail, group: reads, on: email_open, within: 90d, count: once, points: 5 }
          - { name: Clicked a mail, group: reads, on: email_click, within: 90d, count: once, points: 15 }
          - { name: Answered us, on: email_reply, count: once, points: 40 }

    bands:
      spam: { high: 50, some: 20, low: }

    stages:
      - { name: spam, when: spam >= 50 and lamb < 40 }
      - { name: lamb, when: lamb >= 40 and spam < 50 }
      - { name: look }

    examples:
      # name: keyboard 30 + small letters 5 = 35; contact: throw-away 40 + no phone 5 = 45; content: link 20 + sells 30 =
      # 50, of which the group gives 45; 35 + 45 + 45 = 125, of which the range leaves 100
      - name: A robot
        lead: { email: x@mailinator.com, first_name: asdf, message: Cheap backlinks at http://spam.example }
        expect: { spam: 100, lamb: 0, stage: spam }

      # business 20 + title 15 + company 10 + took their time 10 = 55; small letters 5
      - name: A person who types in small letters
        lead: { email: ada@example.com, first_name: ada, last_name: Northwind, company: Brightwater, phone: +1 415 555 0134,
                job_title: Office Manager }
        events: [{ event: form_submit, seconds_on_form: 40 }]
        expect: { spam: 5, lamb: 55, spam_band: low, stage: lamb }

      # a private address 5, no phone 5; nothing speaks for them yet
      - { name: Not known yet, lead: { email: bo@gmail.com, first_name: Bo }, expect: { spam: 10, lamb: 0, stage: look } }

      # One sign each, and 25 for leaving neither an address (20) nor a phone (5): 15 + 25, 20 + 25, 25 + 25, 40 + 25
      - { name: Twice the same name, lead: { first_name: Ada, last_name: Ada }, expect: { spam: 40, stage: look } }
      - { name: A firm for a name, lead: { first_name: Brightwater, company: Brightwater }, expect: { spam: 45, lamb: 0 } }
      - { name: A name of one letter, lead: { first_name: Xxxx }, expect: { spam: 50, stage: spam } }
      - { name: A link for a name, lead: { first_name: Www.spam.example }, expect: { spam: 65, stage: spam } }

      # role 10 + phone 20 = 30; link 20 + one second 25 = 45; together 75
      - name: In a second, with a link
        lead: { email: info@example.com, phone: '1234567', message: See https://spam.example }
        events: [{ event: form_submit, seconds_on_form: 1 }]
        expect: { spam: 75, lamb: 0, stage: spam }

      # sells 30, no address and no phone 25, came back 30: 85
      - { name: Came back, lead: { message: Best crypto offer }, events: [{ event: bounce }],
          expect: { spam: 85, stage: spam } }

      # website 5; opened 5 + clicked 15 = 20; answered 40: 65. No address and no phone: 25
      - name: Answers
        lead: { website: example.com }
        events: [{ event: email_open }, { event: email_click }, { event: email_reply }]
        expect: { spam: 25, lamb: 65, stage: lamb }

    """#)
}
