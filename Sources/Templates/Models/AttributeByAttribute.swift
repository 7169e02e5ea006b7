extension Template {
  /// For comparing prospects on a sheet of paper - ten attributes, each from 0 to 10.
  static let attributeByAttribute = Template(
    "attribute-by-attribute", .first,
    #"""
    leadline: 1
    name: Attribute by attribute
    description: For comparing prospects on a sheet of paper - ten attributes, each from 0 to 10.

    # Ten lines, ten points each, and no mystery: a good model to agree on with sales, one line after the other. Five say
    # who somebody is, five what they did. The example at the end is the lesson: Ada suits us better and has 45; Bo came
    # to the webinar, took the gift and tries the product, and has 67.
    #
    # Reads of leads:  country, industry, company_size, job_title, email_list
    # Reads of events: page_view, email_click, lead_magnet_download, webinar_attended, trial_started
    #   The usual names of CRM exports (Title, No. of Employees, Country/Region ...) are found by themselves. A column or
    #   event of another name: rename it, or write its name here. What you do not have gives nothing.
    #   `email_list` is the list that they are on.
    #
    # Change first:
    #   1. In each table the values that get 9 or 10: your best customers.
    #   2. `email_list`: the names of your lists.
    #   3. The line for sales in the stages: 60 of 100 is where most begin.

    # A file may lack these.
    optional: [country, industry, company_size, job_title, email_list]

    scores:
      score:
        range: 0..100
        rules:
          # Who they are
          - { name: Location, by: country(country), points: { US: 9, CA | GB: 6, other: 3 } }
          - { name: Industry, by: industry, points: { Software: 9, Professional Services: 6, other: 2 } }
          - { name: Company size, by: employees(company_size), points: { "<10": 2, "10..49": 5, "50..249": 9, "250+": 7 } }
          - { name: Title, by: seniority(job_title),
              points: { owner | c-level: 10, vp | director: 9, manager: 5, other: 2 } }
          - { name: E-mail list, by: email_list, points: { Product news: 10, Blog: 4, other: 2 } }

          # What they did
          - { name: Website, on: page_view, within: 90d, count: each per day, points: 1, max: 10 }
          - { name: E-mail engagement, on: email_click, within: 90d, points: 2, max: 10 }
          - { name: Lead magnet, on: lead_magnet_download, within: 180d, count: once, points: 10 }
          - { name: Webinar, on: webinar_attended, within: 180d, count: once, points: 10 }
          - { name: Trial, on: trial_started, within: 90d, count: once, points: 10 }

    stages:
      - { name: sales, when: score >= 60 }
      - { name: marketing, when: score >= 30 }
      - { name: later }

    examples:
      #                   Ada  Bo
      # location            3   9
      # industry            6   9
      # company size        9   5
      # title               9   5
      # website             4   5    visits on so many days
      # e-mail list        10   4
      # e-mail engagement   4   0    two clicks
      # lead magnet         0  10
      # webinar             0  10
      # trial               0  10
      #                    45  67
      - name: Ada, who looks good on paper
        lead: { country: France, industry: Professional Services, company_size: 120, job_title: Sales Director,
                email_list: Product news }
        events:
          - { event: page_view, ago: 1d, times: 6 }
          - { event: page_view, ago: 9d }
          - { event: page_view, ago: 20d }
          - { event: page_view, ago: 89d }
          - { event: page_view, ago: 90d }
          - { event: email_click, ago: 20d, times: 2 }
        expect: { score: 45, stage: marketing }
      - name: Bo, who does something
        lead: { country: US, industry: Software, company_size: 20, job_title: Marketing Manager, email_list: Blog }
        events:
          - { event: page_view }
          - { event: page_view, ago: 2d }
          - { event: page_view, ago: 3d }
          - { event: page_view, ago: 5d }
          - { event: page_view, ago: 8d }
          - { event: lead_magnet_download, ago: 8d }
          - { event: webinar_attended, ago: 5d }
          - { event: trial_started, ago: 2d }
        expect: { score: 67, stage: sales }

    """#)
}
