extension Template {
  /// For mortgage brokers and lenders who call back, to see who is ready.
  static let mortgage = Template(
    "mortgage", .finance,
    #"""
    leadline: 1
    name: Mortgage
    description: For mortgage brokers and lenders who call back, to see who is ready.

    # Two questions: can we help (`fit`), and are they about to (`intent`)? Rates change daily, so intent fades in weeks.
    # This model decides whom to call first, never who gets a loan: that is for underwriting. Do not add age, sex, family
    # status, origin or a post code to it; in many countries that is against the law.
    #
    # Reads of leads:  credit_score, annual_income, down_payment, employment, purpose, timeframe, phone, email
    # Reads of events: rate_quote, calculator_used, application_started, document_uploaded, call_connected, page_view (url),
    #                  unsubscribe
    #   A column or event of another name: rename it, or write its name here. What you do not have gives nothing.
    #   `down_payment` is in percent of the price; `purpose` is Purchase or Refinance.
    #
    # Change first:
    #   1. The table of credit scores: the lines of your own lenders.
    #   2. `timeframe`: the words of your form.
    #   3. The half-life of 14 days: how long your quotes hold.

    # A file may lack these.
    optional: [credit_score, annual_income, down_payment, employment, purpose, timeframe, phone, email, url]

    scores:
      fit:
        range: -40..55
        rules:
          - { name: Credit score, by: credit_score,
              points: { "<580": -25, "580..619": -5, "620..679": 8, "680..739": 15, "740+": 20 } }
          - { name: Down payment, by: down_payment, points: { "<3.5": -10, "3.5..9.9": 3, "10..19.9": 8, "20+": 15 } }
          - { name: Income, by: annual_income, points: { "<30000": 0, "30000..59999": 4, "60000+": 10 } }
          - { name: Employment, by: employment, points: { Salaried | Employed: 8, Self-employed: 4, Retired: 3, other: 0 } }
          - { name: Can be called, when: phone is known, points: 2 }
          - { name: Address does not work, when: "email_kind(email) in ('disposable', 'invalid')", points: -30 }

      intent:
        range: -20..100
        groups:
          looking: { max: 25 }
        rules:
          - { name: When, by: timeframe,
              points: { Found a house: 25, This month | 0-3 months: 18, 3-6 months: 8, other: 0 } }
          - { name: Purpose, by: purpose, points: { Purchase: 5, Refinance: 3, other: 0 } }
          - { name: Calculator, group: looking, on: calculator_used, within: 60d, count: each per day, points: 5,
              decay: half-life 14d, max: 10 }
          - { name: Looked at rates, group: looking, on: page_view, where: "contains(url, '/rates')", within: 30d,
              count: each per day, points: 4, decay: half-life 7d, max: 12 }
          - { name: Asked for a quote, on: rate_quote, within: 60d, count: once, points: 20, decay: half-life 14d }
          - { name: Began an application, on: application_started, within: 90d, count: once, points: 30,
              decay: half-life 30d }
          - { name: Sent documents, on: document_uploaded, within: 90d, points: 8, decay: half-life 30d, max: 16 }
          - { name: Talked to us, on: call_connected, within: 60d, count: once, points: 10, decay: half-life 14d }
          - { name: Unsubscribed, on: unsubscribe, count: once, points: -15 }
          - { name: Gone quiet, idle: { 21d: -5, 45d: -15 }, ignoring: [unsubscribe] }

      total:
        range: 0..150
        sum: { fit: 1, intent: 1 }

    bands:
      fit: { A: 40, B: 25, C: 5, D: }
      intent: { 1: 50, 2: 25, 3: 10, 4: }

    matrix: [fit, intent]

    stages:
      - { name: call now, when: intent >= 45 and fit >= 20 }
      - { name: call this week, when: total >= 50 }
      - { name: advise, when: intent >= 15 }
      - { name: wait }

    examples:
      # fit: credit 15 + 20 % down 15 + income 10 + salaried 8 + phone 2 = 50
      # intent: 0-3 months 18 + purchase 5; calculator, halved after 14 days, 2.5; quote 14 days ago 10; application today
      #   30: 18 + 5 + 2.5 + 10 + 30 = 65.5, reported 66; total 116
      - name: Ready to buy
        lead: { email: ada@example.com, phone: +1 415 555 0100, credit_score: 700, annual_income: 84000, down_payment: 20,
                employment: Salaried, purpose: Purchase, timeframe: 0-3 months }
        events:
          - { event: calculator_used, ago: 14d }
          - { event: rate_quote, ago: 14d }
          - { event: application_started }
        expect: { fit: 50, intent: 66, total: 116, matrix: A1, stage: call now }

      # credit -25, down payment -10, income 4, employed 8 = -23; a quote today 20 and refinance 3 = 23
      - name: In a hurry, but not yet
        lead: { credit_score: 560, down_payment: 3, annual_income: 40000, employment: Employed, purpose: Refinance }
        events: [{ event: rate_quote }]
        expect: { fit: -23, intent: 23, total: 0, stage: advise }

      # rates 4 + two documents 16 + talked 10 - unsubscribed 15 = 15; nobody at the address -30
      - name: Sends documents, from nowhere
        lead: { email: x@mailinator.com }
        events:
          - { event: page_view, url: https://acme.example/rates }
          - { event: document_uploaded, times: 2 }
          - { event: call_connected }
          - { event: unsubscribe }
        expect: { fit: -30, intent: 15, total: 0, stage: advise }

      # a quote, halved twice in 28 days, 5, and quiet since -5
      - { name: Quiet for four weeks, events: [{ event: rate_quote, ago: 28d }], expect: { intent: 0, stage: wait } }

    """#)
}
