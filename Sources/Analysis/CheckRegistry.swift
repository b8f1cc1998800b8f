/// The checks there are; to add one is to add a line here and a folder beside.
package enum CheckRegistry {
  /// The rules whose findings depend on what other files of a project declare or expect.
  package static let rulesOfProjects: Set<String> = ["SL203", "SL301", "SL302", "SL303", "SL304"]

  package static let all: [any Check] = [
    LeakCheck(),
    PaymentKeys(),
    WebhookEffects(),
    PaymentBeforeRecord(),
    CompetingWriters(),
    CheckThenInsert(),
    ReadModifyWrite(),
    CheckThenUseFile(),
    HeldAcrossNetwork(),
    NestedAcquires(),
    PoolsPerCall(),
    AcquireTimeouts(),
    QueriesPerItem(),
  ]
}
