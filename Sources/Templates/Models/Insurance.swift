extension Template {
  /// For agencies and brokers that sell policies to households.
  static let insurance = Template(
    "insurance", .finance,
    #"""
    leadline: 1
    name: Insurance
    description: For agencies and brokers that sell policies to households.

    # People change their insurer when the renewal comes, when life changes, or when they are angry. The rest of the year a
    # call is wasted. So the date of renewal and a quote weigh the most.
    # This model decides whom to call first, never who is insured or at what price: that is for underwriting.
    #
    # Reads of leads:  email, phone, product, current_insurer, policy_start, policies, claims, home_owner, lead_source
    # Reads of events: quote_started, quote_completed, call_connected, callback_requested, page_view (url), email_click,
    #                  life_event, unsubscribe
    #   A column or event of another name: rename it, or write its name here. What you do not have gives nothing.
    #   `policies` is how many they have with you, `claims` how many in three years, `product` what they asked for.
    #   `policy_start` is the day on which the present year of their policy began.
    #
    # Change first:
    #   1. The products, and what one of each is worth to you.
    #   2. The 320 days: how long before its renewal a policy can be cancelled in your market.
    #   3. `lead_source`: bought leads are sold to five others. Take points away until they close as well as yours.

    # A file may lack these.
    optional: [email, phone, product, current_insurer, policy_start, policies, claims, home_owner, lead_source, url]

    scores:
      fit:
        range: -40..45
        rules:
          - { name: Product, by: product, points: { Home and auto | Bundle: 15, Home: 10, Life: 10, Auto: 6, other: 2 } }
          - { name: Owns a home, when: home_owner, points: 8 }
          - { name: Insured elsewhere, when: current_insurer is known, points: 5 }
          - { name: Is a customer with one policy, when: policies = 1, points: 8 }
          - { name: Claims, by: claims, points: { "0": 5, "1": 0, "2": -8, "3+": -20 } }
          - { name: Can be called, when: phone is known, points: 4 }
          - { name: Bought lead, when: "lead_source in ('Aggregator', 'Purchased list')", points: -8 }
          - { name: Address does not work, when: "email_kind(email) in ('disposable', 'invalid')", points: -30 }

      intent:
        range: -20..100
        groups:
          quote: { max: 40 }
          looking: { max: 15 }
        rules:
          # A policy of a year that began 320 days ago ends in 45.
          - { name: Renewal is near, by: age(policy_start), points: { "320d..350d": 25, "351d..365d": 15, other: 0 } }
          - { name: Began a quote, group: quote, on: quote_started, within: 60d, count: once, points: 15,
              decay: half-life 14d }
          - { name: Finished a quote, group: quote, on: quote_completed, within: 60d, count: once, points: 30,
              decay: half-life 14d }
          - { name: Wants to be called, on: callback_requested, within: 30d, count: once, points: 30, decay: half-life 7d }
          - { name: Talked to us, on: call_connected, within: 60d, count: once, points: 8, decay: half-life 14d }
          - { name: "House, marriage or child", on: life_event, within: 90d, count: once, points: 12, decay: half-life 30d }
          - { name: Compared covers, group: looking, on: page_view, where: "contains(url, '/compare', '/cover')",
              within: 30d, count: each per day, points: 4, decay: half-life 7d, max: 12 }
          - { name: Clicked e-mails, group: looking, on: email_click, within: 60d, points: 2, decay: half-life 14d, max: 6 }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -15 }

      total:
        range: 0..145
        sum: { fit: 1, intent: 1 }

    stages:
      - { name: call now, when: intent >= 40 and fit >= 10 }
      - { name: call this week, when: total >= 45 }
      - { name: remind, when: total >= 20 }
      - { name: wait }

    examples:
      # fit: bundle 15 + home 8 + insured elsewhere 5 + no claims 5 + phone 4 = 37
      # intent: renewal in 30 days 25; quote begun 15 and finished 30 two weeks ago, halved: 7.5 + 15; compared today 4:
      #   25 + 22.5 + 4 = 51.5, reported 52; total 89
      - name: Renewal in a month, and a quote
        lead: { email: ada@example.com, phone: +1 415 555 0100, product: Bundle, current_insurer: Oldguard,
                policy_start: '2025-01-31', claims: 0, home_owner: yes }
        events:
          - { event: quote_started, ago: 14d }
          - { event: quote_completed, ago: 14d }
          - { event: page_view, url: /compare/home }
        expect: { fit: 37, intent: 52, total: 89, stage: call now }

      # auto 6 + phone 4 - three claims 20 - bought 8 = -18; quote begun today 15
      - name: Bought, and expensive
        lead: { phone: +1 415 555 0101, product: Auto, claims: 3, lead_source: Aggregator }
        events: [{ event: quote_started }]
        expect: { fit: -18, intent: 15, total: 0, stage: wait }

      # begun 15 + finished 30 = 45, of which the group gives 40
      - { name: Finished a quote today, events: [{ event: quote_started }, { event: quote_completed }],
          expect: { intent: 40, stage: remind } }

      # in 45 days it is near, in 46 it is not
      - { name: Renewal in 45 days, lead: { policy_start: 320d }, expect: { intent: 25 } }
      - { name: Renewal in 46 days, lead: { policy_start: 319d }, expect: { intent: 0 } }

      # one policy 8, nobody at the address -30: -22
      # wants a call 30 + talked 8 + a child 12 + a click 2 - unsubscribed 15 = 37; total 15
      - name: A customer with a new address
        lead: { email: ada@mailinator.com, policies: 1 }
        events:
          - { event: callback_requested }
          - { event: call_connected }
          - { event: life_event }
          - { event: email_click }
          - { event: unsubscribe }
        expect: { fit: -22, intent: 37, total: 15, stage: wait }

    """#)
}
