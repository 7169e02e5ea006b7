extension Template {
  /// For teams that qualify in a first call - budget, authority, need and timing.
  static let bant = Template(
    "bant", .qualification,
    #"""
    leadline: 1
    name: BANT
    description: For teams that qualify in a first call - budget, authority, need and timing.

    # Four questions of equal weight, 25 points each. Nobody becomes sales-ready on three answers: the stages ask each of
    # the four for a minimum, so a rich director without a need stays where they are.
    #
    # Reads of leads:  budget, job_title, need, timeframe
    # Reads of events: demo_request, page_view (url)
    #   The usual names of CRM exports (Title, Annual Budget ...) are found by themselves. A column or event of another
    #   name: rename it, or write its name here. What you do not have gives nothing.
    #   `need` is what the lead said in the call: Critical, Important or Nice to have. `timeframe` is when they want to buy.
    #
    # Change first:
    #   1. Budget: the price of your usual contract, its half, and its double.
    #   2. The words in `need` and `timeframe`: those of your CRM's drop-down fields.
    #   3. The minimum of each part in the stage `sql`.

    # A file may lack these.
    optional: [budget, job_title, need, timeframe, url]

    scores:
      bant:
        range: 0..100
        split: [budget, authority, need, timing]     # bant_budget, bant_authority ...: each part by itself
        groups:
          budget: { max: 25 }
          authority: { max: 25 }
          need: { max: 25 }
          timing: { max: 25 }
        rules:
          - name: Budget
            group: budget
            tags: [budget]
            by: budget
            points: { "<5000": 0, "5000..9999": 10, "10000..19999": 18, "20000+": 25 }

          - name: Authority
            group: authority
            tags: [authority]
            by: seniority(job_title)
            points: { owner | c-level: 25, vp: 22, director: 18, manager: 10, senior: 5, other: 0 }

          - name: Need, as they said
            group: need
            tags: [need]
            by: need
            points: { Critical: 25, Important: 15, Nice to have: 5, None: 0 }
          # Nobody asked yet? What they did is a hint.
          - { name: Asked for a demo, group: need, tags: [need], on: demo_request, within: 90d, count: once, points: 10 }

          - name: When they want to buy
            group: timing
            tags: [timing]
            by: timeframe
            points: { Now | This month: 25, This quarter: 18, This year: 8, Later | Just looking: 0 }
          - { name: Looks at prices, group: timing, tags: [timing], on: page_view, where: "contains(url, '/pricing')",
              within: 14d, count: each per day, points: 3, max: 9 }

    stages:
      - name: sql
        when: bant >= 70 and bant_budget >= 10 and bant_authority >= 10 and bant_need >= 15 and bant_timing >= 8
      - { name: mql, when: bant >= 40 and bant_need >= 10 }
      - { name: ask, when: bant >= 15 }
      - { name: cold }

    examples:
      # budget 18 + director 18 + important 15 + this quarter 18 = 69; the demo adds 10, and the need may have 25: 79.
      #   Prices on two days are 6 more, of 24 in timing: 85
      - name: All four
        lead: { budget: 15000, job_title: Director of Operations, need: Important, timeframe: This quarter }
        events:
          - { event: demo_request, ago: 5d }
          - { event: page_view, url: /pricing, ago: 1d, times: 2 }
          - { event: page_view, url: /pricing, ago: 3d }
        expect: { bant: 85, bant_budget: 18, bant_authority: 18, bant_need: 25, bant_timing: 24, stage: sql }

      # budget 25 + owner 25 + nice to have 5 + now 25 = 80, but the need is too small
      - name: Rich, powerful, in a hurry, and little need
        lead: { budget: 20000, job_title: Owner, need: Nice to have, timeframe: Now }
        expect: { bant: 80, bant_need: 5, stage: ask }

    """#)
}
