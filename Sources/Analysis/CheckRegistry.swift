/// The checks there are; to add one is to add a line here and a folder beside.
package enum CheckRegistry {
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
