extension BehaviourSpec {
  /// The words that say how much comes of two requests at once.
  static var weightKeys: [Key<BehaviourSpec>] {
    [
      .texts("copying-options", "Options by which what is saved becomes a row of its own") {
        $0.copyingOptions = $1
      },
      .texts("several-options", "Options that say that rows are given as a list") {
        $0.severalOptions = $1
      },
      .texts("attended-words", "Words of names and paths by which few are there at a time") {
        $0.attendedWords = $1
      },
      .texts("callback-names", "Last words of what the callback of a function is called") {
        $0.callbackNames = $1
      },
      .texts("row-makers", "Methods that make a row of a table") {
        $0.rowMakers = $1
      },
      .texts("row-removers", "Methods by which a row is taken back") {
        $0.rowRemovers = $1
      },
      .texts("piping-calls", "Calls that give one stream to another") {
        $0.pipingCalls = $1
      },
      .texts("failure-events", "Events by which an object tells of errors of its own") {
        $0.failureEvents = $1
      },
      .texts("transport-members", "Members that hold what a connection goes over") {
        $0.transportMembers = $1
      },
      .texts("lasting-verbs", "Verbs that have a client work on when its function is left") {
        $0.lastingVerbs = $1
      },
      .texts("header-names", "What is asked for a name and says nothing where it is absent") {
        $0.headerNames = $1
      },
      .texts("reference-words", "Words of columns that say whose a row is where it was nobody's") {
        $0.referenceWords = $1
      },
      .texts("holder-words", "Words of columns that say whose a row is") {
        $0.holderWords = $1
      },
      .texts("actor-words", "Words of columns that say whose a row is, or who has changed it") {
        $0.actorWords = $1
      },
      .texts("ordering-words", "Last words of columns that say where a row stands") {
        $0.orderingWords = $1
      },
      .texts("numbering-words", "Last words of columns that rows are told apart by") {
        $0.numberingWords = $1
      },
      .texts("largest-words", "Words that say that the largest value of a column is asked for") {
        $0.largestWords = $1
      },
      .texts("counting-names", "Names of what says how many there are") { $0.countingNames = $1 },
      .texts("held-states", "States that say that somebody is at it") { $0.heldStates = $1 },
      .texts("expression-calls", "Calls that make a part of a statement") {
        $0.expressionCalls = $1
      },
      .texts("sent-states", "Words of columns that say something was sent") {
        $0.sentStates = $1
      },
      .texts("sending-verbs", "Words in names of calls that send something") {
        $0.sendingVerbs = $1
      },
      .texts("once-states", "States that a row comes to once") { $0.onceStates = $1 },
      .texts("record-nouns", "Words of entities whose rows only tell what happened") {
        $0.recordNouns = $1
      },
      .texts("schedule-calls", "Calls that are given a function to run at set times") {
        $0.scheduleCalls = $1
      },
      .texts("dependency-calls", "Calls by which a parameter says who must have been let in") {
        $0.dependencyCalls = $1
      },
      .texts("creation-hooks", "Decorators of functions that run for a row just made") {
        $0.creationHooks = $1
      },
      .texts("setting-nouns", "Last words of entities that hold how a program is set up") {
        $0.settingNouns = $1
      },
      .texts("setting-keys", "Columns by which such rows are known") { $0.settingKeys = $1 },
      .texts("money-nouns", "Words of entities that stand for money or what is sold") {
        $0.moneyNouns = $1
      },
      .texts("row-saving-methods", "Methods by which an object of a row writes itself") {
        $0.rowSavingMethods = $1
      },
      .texts("row-saving-options", "Keywords of these that only say how the row is written") {
        $0.rowSavingOptions = $1
      },
      .texts("row-modules", "Libraries whose objects stand for rows") { $0.rowModules = $1 },
      .texts("mapping-words", "Words of functions that put a value into another form") {
        $0.mappingWords = $1
      },
      .texts("row-method-tables", "Members of schemas whose functions are methods of rows") {
        $0.rowMethodTables = $1
      },
      .texts("row-method-calls", "Methods of schemas that give rows a method") {
        $0.rowMethodCalls = $1
      },
      .texts("cursor-methods", "Methods by which a connection gives cursors") {
        $0.cursorMethods = $1
      },
      .texts("statement-names", "Names of parameters that are sent to a database as they are") {
        $0.statementNames = $1
      },
      .texts("quota-words", "Words of names and texts that speak of a quota") {
        $0.quotaWords = $1
      },
      .texts("plan-words", "Words for what a customer has bought, which sets limits") {
        $0.planWords = $1
      },
      .texts("capacity-words", "Words for what is sold by the piece") { $0.capacityWords = $1 },
      .texts("retry-registrations", "Calls that have requests run again which meet an error") {
        $0.retryRegistrations = $1
      },
      .texts("answer-registrations", "Calls that say what an error is answered with") {
        $0.answerRegistrations = $1
      },
      .texts("joining-words", "Words in names of calls that make a table between two others") {
        $0.joiningWords = $1
      },
      .texts("shape-types", "Types that, or whose heirs, only say what others look like") {
        $0.shapeTypes = $1
      },
      .texts("lasting-listeners", "Methods by which somebody is told until he is taken away") {
        $0.lastingListeners = $1
      },
      .texts("connection-events", "The events by which a server tells of a new connection") {
        $0.connectionEvents = $1
      },
      .texts("repeating-calls", "Calls that run a function again and again") {
        $0.repeatingCalls = $1
      },
      .texts("removing-verbs", "Verbs of what takes a listener or a timer away") {
        $0.removingVerbs = $1
      },
      .texts("missing-errors", "Exceptions that say a row was not there, whosever it is") {
        $0.missingErrors = $1
      },
      .texts("member-calls", "Calls that ask for a member by its name") { $0.memberCalls = $1 },
      .texts("owning-decorators", "Decorators that together make a column point to a row alone") {
        $0.owningDecorators = $1
      },
      .texts("generated-columns", "Columns that databases and libraries fill in themselves") {
        $0.generatedColumns = $1
      },
      .texts("violation-words", "Words of constants that stand for a violation's code") {
        $0.violationWords = $1
      },
      .texts("undoing-names", "Functions that take back what a migration has made") {
        $0.undoingNames = $1
      },
      .texts("fresh-words", "Words in names of calls that give another value each time") {
        $0.freshWords = $1
      },
      .texts("wrapping-calls", "Calls that are given a function and do not call it") {
        $0.wrappingCalls = $1
      },
      .texts("deferring-calls", "Calls that are given a function and call it later") {
        $0.deferringCalls = $1
      },
      .texts("pairing-calls", "Calls that go through several lists, until the last one ends") {
        $0.pairingCalls = $1
      },
      .texts("delivery-nouns", "Nouns of rows that say what was delivered") {
        $0.deliveryNouns = $1
      },
      .texts("main-names", "Functions by which a program runs, if they need no arguments") {
        $0.mainNames = $1
      },
      .texts("table-fields", "Members of objects that name the table which their class leads to") {
        $0.tableFields = $1
      },
      .texts("deleting-methods", "Methods that delete rows") { $0.deletingMethods = $1 },
      .texts("computing-calls", "Calls by which a column is computed of others") {
        $0.computingCalls = $1
      },
      .texts("absence-words", "Calls and options that ask for rows without a value") {
        $0.absenceWords = $1
      },
      .texts("version-options", "Options of a class by which a lost write is refused") {
        $0.versionOptions = $1
      },
      .texts("equality-keys", "Keys of an object under which stands what a column must be") {
        $0.equalityKeys = $1
      },
      .texts(
        "promised-suffixes", "What the second method of an object that was promisified ends in"
      ) {
        $0.promisedSuffixes = $1
      },
      .texts("exhaustion-events", "Events that say that a source was read to its end") {
        $0.exhaustionEvents = $1
      },
      .texts("renaming-calls", "Calls by which a migration gives a table another name") {
        $0.renamingCalls = $1
      },
      .texts("dropping-calls", "Calls by which a migration takes a key or an index away") {
        $0.droppingCalls = $1
      },
      .texts("busy-states", "States that keep others off while somebody is at it") {
        $0.busyStates = $1
      },
      .texts("final-states", "States behind which no other comes") { $0.finalStates = $1 },
      .texts("final-words", "Words by which lists of such states are called") {
        $0.finalWords = $1
      },
      .texts("dead-states", "States in which nothing more is done for a row") {
        $0.deadStates = $1
      },
      .texts("copying-calls", "Calls that copy a document, or read or write its text") {
        $0.copyingCalls = $1
      },
      .texts("merging-verbs", "Words in names of calls that make one document of several") {
        $0.mergingVerbs = $1
      },
      .texts("changing-methods", "Methods that change the list or dictionary they are called on") {
        $0.changingMethods = $1
      },
      .texts("mapping-methods", "Those of them that dictionaries have") {
        $0.mappingMethods = $1
      },
      .texts("pure-calls", "Questions that have one answer as long as what they are asked of stays")
      {
        $0.pureCalls = Set($1)
      },
      .texts("pure-methods", "Methods that ask such a question of their object") {
        $0.pureMethods = Set($1)
      },
      .texts("pausing-calls", "Calls that wait for a time") { $0.pausingCalls = $1 },
      .number("long-pause", "From which number on they wait as a clock does") {
        $0.longPause = $1
      },
      .texts("row-members", "Members by which an object has the row that it changes") {
        $0.rowMembers = $1
      },
      .texts("naming-calls", "Calls that name whose rows they lead to by their first text") {
        $0.namingCalls = $1
      },
      .texts("row-counts", "Calls that stand for how many rows there are") { $0.rowCounts = $1 },
      .texts("document-naming-calls", "Those that do by a path to one row") {
        $0.documentNamingCalls = $1
      },
      .texts("path-naming-calls", "Those that do by their last text") {
        $0.pathNamingCalls = $1
      },
      .texts("error-names", "What callbacks call the error that they are told first") {
        $0.errorNames = $1
      },
      .texts("draining-calls", "Calls that read all that their argument gives") {
        $0.drainingCalls = $1
      },
      .texts("database-calls", "Calls whose texts say where all rows lie, and not which") {
        $0.databaseCalls = $1
      },
    ]
  }
}
