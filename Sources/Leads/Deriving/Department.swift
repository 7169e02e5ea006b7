/// The department that the holder of a job title works in, as `department` says.
public enum Department: String, Sendable, Hashable, CaseIterable {
  /// General management: chief executives, managing directors, presidents, founders, owners.
  case executive
  /// Selling, and business development.
  case sales
  /// Marketing, communications, content, events.
  case marketing
  /// Running computers, networks, security; information systems.
  case it
  /// Building products: software, hardware, construction.
  case engineering
  /// Product management.
  case product
  /// Design of products, interfaces and graphics.
  case design
  /// Finance, accounting, controlling, tax.
  case finance
  /// Human resources, recruiting, training of employees.
  case hr
  /// Production, logistics, quality, projects, facilities.
  case operations
  /// Lawyers, compliance, data protection.
  case legal
  /// Customer service and customer success.
  case support
  /// Purchasing.
  case procurement
  /// Data science, analytics, business intelligence.
  case data
  /// Science, research and development.
  case research
  /// Teaching: schools, universities.
  case education
  /// Doctors, nurses, pharmacists.
  case medical
  /// Assistants, secretaries, office management.
  case administration
}
