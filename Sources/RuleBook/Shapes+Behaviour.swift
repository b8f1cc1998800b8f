import Findings

extension BehaviourSpec {
  package static let shape = Shape(
    "behaviour", "Verbs by which code says that a value is a resource", blank: BehaviourSpec(),
    keys: [
      .texts("release-methods", "Methods that give the receiver back") { $0.releaseMethods = $1 },
      .texts("ending-methods", "Other methods by which an owner or a framework ends an object") {
        $0.endingMethods = $1
      },
      .texts("element-methods", "Methods that give one of those in a list or table") {
        $0.elementMethods = $1
      },
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
      .texts(
        "abort-methods", "Methods that end what failed, and say nothing of whether it must be ended"
      ) {
        $0.abortMethods = $1
      },
      .texts("index-errors", "Exceptions of asking an empty list, or nothing, for an element") {
        $0.indexErrors = $1
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
        $0.onceMembers = $1.map { Set($0.split(separator: " ").map(String.init)) }
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
      .texts("process-scopes", "Words of functions whose block lasts as long as the process") {
        $0.processScopes = $1
      },
      .texts("stream-methods", "Methods of a stream that tell of failures by an event") {
        $0.streamMethods = $1
      },
      .texts("keeping-events", "Events for which a connection is kept") { $0.keepingEvents = $1 },
      .texts("beginning-verbs", "First words of methods by which an object begins") {
        $0.beginningVerbs = $1
      },
      .texts("failure-words", "Words that say that something failed, or is tried again after") {
        $0.failureWords = $1
      },
      .texts("leaving-methods", "Methods by which a handle is left to the end of the process") {
        $0.leavingMethods = $1
      },
      .texts("mark-questions", "Methods that ask whether a mark is set: `is_set`") {
        $0.markQuestions = $1
      },
      .texts("mark-methods", "Methods that set such a mark, for good: `set`") {
        $0.markMethods = $1
      },
      .texts("flushing-methods", "Methods that write what is kept, before a commit does") {
        $0.flushingMethods = $1
      },
    ]
  }
}
