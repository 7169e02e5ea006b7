/// The words of which the demo makes its people and companies. All of them are invented; every domain ends in
/// `.example`, and every phone number is one of those kept for films.
enum DemoTables {
  static let firstNames = [
    "Ada", "Agnes", "Amara", "Anders", "Anika", "Bao", "Beatriz", "Bram", "Callum", "Carmen", "Chidi", "Clara", "Dario",
    "Devi", "Edda", "Elif", "Emeka", "Fatou", "Felix", "Freya", "Gita", "Hana", "Hugo", "Ines", "Ivo", "Jonas", "Jun",
    "Kaya", "Kofi", "Lena", "Luca", "Mads", "Mara", "Mei", "Milo", "Nadia", "Nils", "Noor", "Odile", "Omar", "Pia",
    "Priya", "Quinn", "Rafael", "Rosa", "Sami", "Selma", "Soren", "Tariq", "Thea", "Tomas", "Uma", "Vera", "Wim",
    "Yara", "Yusuf", "Zoe",
  ]
  static let surnameStarts = [
    "Bramble", "Candle", "Cobble", "Dapple", "Ember", "Fiddle", "Gander", "Hazel", "Jumble", "Kettle", "Larks",
    "Marrow", "Nettle", "Oddle", "Pebble", "Quill", "Ramble", "Saffron", "Tumble", "Umber", "Velvet", "Whistle",
    "Yarrow", "Zephyr",
  ]
  static let surnameEnds = [
    "bourne", "by", "combe", "dale", "feather", "field", "ford", "gate", "ley", "more", "shaw", "stone", "thwaite",
    "wick", "wood", "worth",
  ]
  static let companyStarts = [
    "Amber", "Badger", "Copper", "Dandelion", "Elder", "Fern", "Ginger", "Heron", "Indigo", "Juniper", "Kestrel",
    "Lantern", "Maple", "Nimbus", "Otter", "Puffin", "Quartz", "Russet", "Saddle", "Thistle", "Umbrella", "Violet",
    "Willow", "Yonder",
  ]
  static let companyEnds = [
    "bay", "bell", "bridge", "brook", "cairn", "croft", "dell", "finch", "glen", "grove", "haven", "hill", "kettle",
    "lark", "mere", "moor", "pine", "reef", "ridge", "spring", "tarn", "vale", "wharf", "wren",
  ]
  /// What a company does, as the last word of its name says.
  static let trades: [(word: String, industry: String)] = [
    ("Clinics", "Healthcare"), ("Care Homes", "Healthcare"), ("Hospital Group", "Healthcare"), ("Freight", "Logistics"),
    ("Couriers", "Logistics"), ("Warehousing", "Logistics"), ("Hotels", "Hospitality"), ("Kitchens", "Hospitality"),
    ("Grocers", "Retail"), ("Outfitters", "Retail"), ("Pharmacies", "Retail"), ("Foundry", "Manufacturing"),
    ("Packaging", "Manufacturing"), ("Labs", "Software"), ("Systems", "Software"), ("Academy", "Education"),
    ("Borough Council", "Public sector"), ("Partners", "Professional services"), ("Studio", "Media"),
    ("Mutual", "Finance"),
  ]
  /// Countries, how they are written when somebody types them, and how often they come.
  static let countries: [(element: [String], weight: Int)] = [
    (["United States", "USA", "US", "united states"], 34), (["United Kingdom", "UK", "GB"], 16),
    (["Germany", "DE"], 11), (["Canada"], 8), (["Netherlands", "NL"], 6), (["Ireland"], 4), (["France"], 6),
    (["Australia"], 5), (["India"], 5), (["Brazil"], 3), (["Kenya"], 2),
  ]
  static let sources: [(element: String, weight: Int)] = [
    ("Organic search", 28), ("Paid search", 17), ("Webinar", 12), ("Referral", 9), ("Partner", 6), ("Social media", 11),
    ("Trade fair", 8), ("Purchased list", 9),
  ]
  /// Levels of seniority, each with its titles; the department takes the place of `*`.
  static let titles: [(seniority: String, titles: [String])] = [
    ("C-level", ["Chief * Officer", "Founder and CEO", "Managing Director"]),
    ("VP", ["VP *", "VP of *", "Vice President, *"]),
    ("Director", ["Director of *", "* Director", "Head of *"]),
    ("Manager", ["* Manager", "Senior * Manager", "* Team Lead"]),
    ("Specialist", ["* Coordinator", "* Specialist", "* Assistant"]),
  ]
  static let departments: [(element: String, weight: Int)] = [
    ("Operations", 30), ("Human Resources", 20), ("Scheduling", 12), ("IT", 12), ("Finance", 9), ("Marketing", 9),
    ("Sales", 8),
  ]
  /// Mail for everybody, schools, and those who sell the same.
  static let freeMail = ["freemail.example", "postbox.example", "kitemail.example"]
  static let universities = [
    (name: "University of Northfen", domain: "northfen.example"),
    (name: "Saltmarsh College", domain: "saltmarsh.example"),
  ]
  static let competitors = [
    (name: "Rosterkraken", domain: "rosterkraken.example"), (name: "Plannibus", domain: "plannibus.example"),
    (name: "Shiftopotamus", domain: "shiftopotamus.example"),
  ]

  /// Pages of Harbourlight's website.
  static let productPages = [
    "/product/rota-planner", "/product/shift-swap", "/product/time-clock", "/product/forecasting", "/integrations",
    "/customers/juniperbay-hotels", "/security",
  ]
  static let blogPages = [
    "/", "/blog/fair-rotas", "/blog/night-shift-myths", "/blog/holiday-cover", "/blog/the-cost-of-no-shows",
    "/blog/rota-templates", "/about",
  ]
  static let guides = ["/guides/rota-checklist.pdf", "/guides/buyers-guide.pdf", "/guides/shift-law-handbook.pdf"]
}
