extension Template {
  /// For software that small companies try and buy themselves.
  static let smallBusinessSaaS = Template(
    "smb-saas", .companies,
    #"""
    leadline: 1
    name: SaaS for small business
    description: For software that small companies try and buy themselves.

    # Small firms buy quickly or not at all. Size decides most of the fit, and the trial most of the interest: a trial in
    # which the key feature was unlocked says more than twice as much as one that was only begun.
    #
    # Reads of leads:  email, job_title, company_size
    # Reads of events: page_view (url), newsletter_signup, trial_started, key_feature_unlocked, demo_attended, email_click,
    #                  email_reply, unsubscribe
    #   The usual names of CRM exports (Title, No. of Employees ...) are found by themselves. A column or event of another
    #   name: rename it, or write its name here. What you do not have gives nothing.
    #
    # Change first:
    #   1. The table of company sizes: put the most points where your best customers are.
    #   2. `key_feature_unlocked`: the event after which people stay. If you do not know it, compare who stayed with who
    #      left.
    #   3. `within: 14d`: how long you wait after a demo before you call it silence.

    # A file may lack these.
    optional: [email, job_title, company_size, url]

    scores:
      fit:
        range: -30..30
        rules:
          # Below 10 they rarely pay, from 100 they want more than we have.
          - name: Company size
            by: employees(company_size)
            points: { "<10": 2, "10..29": 8, "30..99": 19, "100+": 3 }
          - name: Can sign
            by: seniority(job_title)
            points: { owner | c-level: 8, vp | director: 6, manager: 4, other: 0 }
          - name: Kind of address
            by: email_kind(email)
            points: { business: 3, education: -10, disposable | invalid: -30, other: 0 }

      engagement:
        range: -20..70
        groups:
          trial: { max: 20 }                 # a trial is worth 8, with the key feature 20 in all
          after_demo: { min: -5, max: 0 }    # takes 5 from those who had a demo and were silent since
        rules:
          - { name: Newsletter, on: newsletter_signup, count: once, points: 2 }
          - { name: Trial, group: trial, on: trial_started, within: 90d, count: once, points: 8 }
          - { name: Key feature unlocked, group: trial, on: key_feature_unlocked, within: 90d, count: once, points: 20 }
          - { name: Had a demo, on: demo_attended, within: 90d, count: once, points: 20, decay: half-life 30d }
          - { name: Looked at prices, on: page_view, where: "contains(url, '/pricing')", within: 30d, count: each per day,
              points: 4, decay: half-life 7d, max: 12 }
          - { name: Clicked e-mails, on: email_click, within: 30d, points: 2, decay: half-life 14d, max: 6 }
          - { name: Answered an e-mail, on: email_reply, within: 60d, count: once, points: 8, decay: half-life 30d }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -10 }

          # Silent after a demo: the first line takes 5, the second gives them back to whoever did something lately.
          - { name: "Demo, silent since", group: after_demo, on: demo_attended, within: 90d, points: -5, min: -5 }
          - name: Heard from in two weeks
            group: after_demo
            on: [demo_attended, email_reply, email_click, page_view, trial_started, key_feature_unlocked]
            within: 14d
            count: once
            points: 5

      total:
        range: 0..100
        sum: { fit: 1, engagement: 1 }

    stages:
      - { name: sql, when: total >= 45 and engagement >= 20 }
      - { name: mql, when: total >= 25 }
      - { name: nurture, when: total >= 8 }
      - { name: cold }

    examples:
      # fit: 45 employees 19 + owner 8 + business address 3 = 30
      # engagement: trial 8 and key feature 20, of which the group gives 20; newsletter 2;
      #   demo 20, halved after 30 days: 10; silent since: -5;  20 + 2 + 10 - 5 = 27
      - name: An owner who was silent after the demo
        lead: { email: ada@example.com, job_title: Owner, company_size: 45 }
        events:
          - { event: newsletter_signup, ago: 80d }
          - { event: trial_started, ago: 60d }
          - { event: key_feature_unlocked, ago: 59d }
          - { event: demo_attended, ago: 30d }
        expect: { fit: 30, engagement: 27, total: 57, stage: sql }

      # 8 for the trial alone, and nothing is taken, since there was no demo
      - { name: A trial and nothing else, events: [{ event: trial_started, ago: 20d }],
          expect: { engagement: 8, stage: nurture } }
      - { name: Nine employees, lead: { company_size: 9 }, expect: { fit: 2 } }
      - { name: Ten employees, lead: { company_size: 10 }, expect: { fit: 8 } }
      - { name: A hundred employees, lead: { company_size: 100 }, expect: { fit: 3 } }

      # demo 20, not silent; prices 4 + click 2 + answer 8 - unsubscribed 10:  20 + 4 = 24
      - name: Talks after the demo
        events:
          - { event: demo_attended }
          - { event: page_view, url: https://acme.example/pricing }
          - { event: email_click }
          - { event: email_reply }
          - { event: unsubscribe }
        expect: { engagement: 24, stage: nurture }

    """#)
}
