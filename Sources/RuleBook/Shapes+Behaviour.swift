import Findings

extension BehaviourSpec {
  package static let shape = Shape(
    "behaviour", "Verbs by which code says that a value is a resource", blank: BehaviourSpec(),
    keys: [
      .texts("release-methods", "Methods that give the receiver back") { $0.releaseMethods = $1 },
      .texts("return-methods", "Methods that give their argument back") { $0.returnMethods = $1 },
      .texts("acquire-verbs", "Words that say the result is fresh") { $0.acquireVerbs = $1 },
      .texts("lock-methods", "Methods that take the receiver itself") { $0.lockMethods = $1 },
      .texts("not-resources", "Look-alikes whose results are nothing") { $0.notResources = $1 },
      .texts("keep-methods", "Methods by which a container keeps an argument") {
        $0.keepMethods = $1
      },
      .texts("released-members", "Members that are true once released") {
        $0.releasedMembers = $1
      },
      .texts("held-members", "Members that are true while held") { $0.heldMembers = $1 },
      .texts("quiet-receivers", "Names of loggers, whose calls do not raise in practice") {
        $0.quietReceivers = $1
      },
      .texts("dropping-methods", "Methods that take one of a table's or a set's out") {
        $0.droppingMethods = $1
      },
      .texts("opening-events", "Events by which a client tells that it is connected") {
        $0.openingEvents = $1
      },
      .texts("parting-words", "Words of names that say that something has come to its end") {
        $0.partingWords = $1
      },
      .texts("logging-methods", "Methods by which a logger is told something, whoever wrote it") {
        $0.loggingMethods = $1
      },
      .texts("quiet-methods", "Methods that do not raise in practice") { $0.quietMethods = $1 },
      .texts("tame-verbs", "First words of methods that seldom raise: a trace prefers other calls")
      {
        $0.tameVerbs = $1
      },
      .texts("lookup-methods", "Methods that do not raise when a constant to fall back on is given")
      {
        $0.lookupMethods = $1
      },
      .flag("lazy-coroutines", "Whether a coroutine that nobody awaits never runs") {
        $0.coroutinesAreLazy = $1
      },
      .texts("counting-members", "Members that say how many rows an answer has, or hold them") {
        $0.countingMembers = $1
      },
      .texts("absence-errors", "Members of a class that are raised when there is no row") {
        $0.absenceErrors = $1
      },
      .texts("empty-members", "Members that are true of an answer without rows") {
        $0.emptyMembers = $1
      },
      .texts("counting-calls", "Calls that say how much their argument holds") {
        $0.countingCalls = $1
      },
      .texts("memory-files", "Classes of files that are nowhere but in memory") {
        $0.memoryFiles = $1
      },
      .texts("shielding-decorators", "Decorators of functions that a framework cleans up after") {
        $0.shieldingDecorators = $1
      },
      .texts("path-makers", "Calls that make an object for the path that is given") {
        $0.pathMakers = $1
      },
      .texts("timeout-errors", "Errors that a wait raises which takes too long") {
        $0.timeoutErrors = $1
      },
      .texts("element-errors", "Errors that reading an element raises") {
        $0.elementErrors = $1
      },
      .texts("listing-methods", "Calls that give what stands in a list or table") {
        $0.listingMethods = $1
      },
      .texts("path-names", "Calls that give a name of the path that is given") {
        $0.pathNames = $1
      },
      .texts("running-makers", "Calls whose objects run on by themselves once they are started") {
        $0.runningMakers = $1
      },
      .texts("system-modules", "Modules whose calls raise no other exceptions than those") {
        $0.systemModules = $1
      },
      .texts("system-errors", "Exceptions that calls of the operating system raise") {
        $0.systemErrors = $1
      },
      .texts("table-members", "Members of a class that hold the name of its table") {
        $0.tableMembers = $1
      },
      .texts("filtering-methods", "Methods of a query that say which rows are asked for") {
        $0.filteringMethods = $1
      },
      .texts("comparing-calls", "Functions that compare a column with a value") {
        $0.comparingCalls = $1
      },
      .texts("condition-options", "Keys of a condition on one column, such as equals") {
        $0.conditionOptions = $1
      },
      .texts("joining-options", "Keys whose objects are further conditions, such as AND") {
        $0.joiningOptions = $1
      },
      .texts("either-options", "Those of them of whose conditions one suffices") {
        $0.eitherOptions = $1
      },
      .texts("either-calls", "Functions that join conditions of which one suffices") {
        $0.eitherCalls = $1
      },
      .texts("relative-options", "Keys by which a write changes what a column holds") {
        $0.relativeOptions = $1
      },
      .texts("column-calls", "Calls that stand for what a column holds") { $0.columnCalls = $1 },
      .texts("reading-verbs", "Verbs of methods that give a row") { $0.readingVerbs = $1 },
      .texts("class-names", "Names of variables that hold a class") { $0.classNames = $1 },
      .texts("class-leads", "Members that name a class which names a model") { $0.classLeads = $1 },
      .texts("inserting-verbs", "Words in names of methods that make a row of what they get") {
        $0.insertingVerbs = $1
      },
      .texts("table-calls", "Calls that are given the columns of a table") { $0.tableCalls = $1 },
      .texts("unique-options", "Options that say a column or index is unique") {
        $0.uniqueOptions = $1
      },
      .texts("primary-options", "Options that say a column is of the primary key") {
        $0.primaryOptions = $1
      },
      .texts("unique-calls", "Calls that make columns unique") { $0.uniqueCalls = $1 },
      .texts("primary-calls", "Calls that make columns the primary key") { $0.primaryCalls = $1 },
      .texts("index-calls", "Calls that make an index, unique by an option") {
        $0.indexCalls = $1
      },
      .texts("unique-members", "Members of a class that list columns unique together") {
        $0.uniqueMembers = $1
      },
      .texts("page-names", "What only code of a page speaks of without an import") {
        $0.pageNames = $1
      },
      .texts("page-modules", "Modules that only code of a page imports") {
        $0.pageModules = $1
      },
      .texts("text-methods", "Methods of texts, which raise nothing given constants") {
        $0.textMethods = $1
      },
      .texts("unique-with-options", "Options that name columns which are unique together") {
        $0.uniqueWithOptions = $1
      },
      .texts("key-methods", "Methods of a class that give the keys of its table") {
        $0.keyMethods = $1
      },
      .texts("columns-options", "Options of a table that hold its columns by name") {
        $0.columnsOptions = $1
      },
      .texts("adding-calls", "Calls that add a column, which a callback describes") {
        $0.addingCalls = $1
      },
      .texts("list-options", "Options of a table that list its indexes") { $0.listOptions = $1 },
      .texts("unique-statements", "Heads of SQL statements in code that make columns unique") {
        $0.uniqueStatements = $1
      },
      .texts("making-methods", "Methods that make an object which is no row yet") {
        $0.makingMethods = $1
      },
      .texts("own-counters", "Columns that only the owner of a row counts in") {
        $0.ownCounters = $1
      },
      .texts("temporary-paths", "Calls that give paths which no other process uses") {
        $0.temporaryPaths = $1
      },
      .texts("chaining-methods", "Methods that give their receiver back") {
        $0.chainingMethods = $1
      },
      .texts("iterating-methods", "Methods that call a function for each item, and raise with it") {
        $0.iteratingMethods = $1
      },
      .texts("condition-labels", "Ends of keywords that say for which rows an index is") {
        $0.conditionLabels = $1
      },
      .texts("gathering-calls", "Calls that wait for several others and give what each gives") {
        $0.gatheringCalls = $1
      },
      .texts("sifting-methods", "Those that give the items for which their function is true") {
        $0.siftingMethods = $1
      },
      .texts("difference-methods", "Those that give the items that their last argument has not") {
        $0.differenceMethods = $1
      },
      .texts("removing-methods", "Methods that take an item out of a collection") {
        $0.removingMethods = $1
      },
      .texts("holding-methods", "Methods that say whether a collection has an item") {
        $0.holdingMethods = $1
      },
      .texts("making-verbs", "Words that say the awaited result is fresh") { $0.makingVerbs = $1 },
      .texts("vague-releases", "Release methods that tell nothing of a constructed object") {
        $0.vagueReleases = $1
      },
      .texts("stream-members", "Members that are as good as the handle when given away") {
        $0.streamMembers = $1
      },
      .texts("body-methods", "Methods that read the body of a response") {
        $0.bodyMethods = $1
      },
      .texts("response-names", "Variables that hold the answer to a request") {
        $0.responseNames = $1
      },
      .texts("handing-methods", "Methods by which someone else promises to release the receiver") {
        $0.handingMethods = $1
      },
      .texts("opening-methods", "Methods by which a constructed object comes to hold something") {
        $0.openingMethods = $1
      },
      .texts("listening-methods", "Methods that keep a function for events") {
        $0.listeningMethods = $1
      },
      .texts("deriving-methods", "Methods that give a part which lives as long as the receiver") {
        $0.derivingMethods = $1
      },
      .texts("asking-verbs", "Words of calls that ask of an argument and wrap nothing") {
        $0.askingVerbs = $1
      },
      .texts("relation-calls", "Calls that declare a member which leads to other rows") {
        $0.relationCalls = $1
      },
      .texts("setting-names", "Variables that hold what the program is configured with") {
        $0.settingNames = $1
      },
      .texts("database-words", "Words of questions which database the program runs with") {
        $0.databaseWords = $1
      },
      .texts("commit-methods", "Methods that end a transaction and keep what was written") {
        $0.commitMethods = $1
      },
      .texts("rollback-methods", "Methods that end a transaction and undo what was written") {
        $0.rollbackMethods = $1
      },
      .texts("start-names", "Functions that a framework calls once, at the start") {
        $0.startNames = $1
      },
      .texts("start-events", "Events that come once, at the start") { $0.startEvents = $1 },
      .texts("once-words", "First words in the names of functions that somebody runs") {
        $0.onceWords = $1
      },
      .texts("once-members", "Members that stand beside each other where somebody runs them") {
        $0.onceMembers = $1
      },
      .texts("command-modules", "Libraries of command lines") { $0.commandModules = $1 },
      .texts("command-calls", "Their calls that are given the function to run") {
        $0.commandCalls = $1
      },
      .texts("wrapping-decorators", "Decorators that do not say when a function runs") {
        $0.wrappingDecorators = $1
      },
    ] + weightKeys + runningKeys)

  /// The words of what runs functions, sends requests and lends things.
  private static var runningKeys: [Key<BehaviourSpec>] {
    [
      .texts("requesting-methods", "Methods of a client that give the answer to a request") {
        $0.requestingMethods = $1
      },
      .texts("running-methods", "Calls that run their first argument and give what it gives") {
        $0.runningMethods = $1
      },
      .texts("executing-methods", "Those that are given first where to run it") {
        $0.executingMethods = $1
      },
      .texts("pool-methods", "Methods by which a pool is asked for something") {
        $0.poolMethods = $1
      },
      .texts("pool-returns", "Methods by which a pool takes that back") { $0.poolReturns = $1 },
      .texts("parting-events", "Events by which the reader of an answer is gone") {
        $0.partingEvents = $1
      },
      .texts("request-names", "Variables that hold a request") { $0.requestNames = $1 },
      .texts("process-verbs", "First words of functions that run as long as the process") {
        $0.processVerbs = $1
      },
      .texts("process-nouns", "What such functions start") { $0.processNouns = $1 },
      .texts("stream-methods", "Methods of a stream that tell of failures by an event") {
        $0.streamMethods = $1
      },
      .texts("keeping-events", "Events for which a connection is kept") { $0.keepingEvents = $1 },
    ]
  }

  /// The words that say how much comes of two requests at once.
  private static var weightKeys: [Key<BehaviourSpec>] {
    [
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
      .texts("version-options", "Options of a class by which a lost write is refused") {
        $0.versionOptions = $1
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
