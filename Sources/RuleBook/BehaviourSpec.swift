/// The verbs by which code itself says that a value is a resource.
package struct BehaviourSpec: Sendable, Equatable {
  /// Methods that give the receiver back: `release`, `close`, ...
  package var releaseMethods: [String]
  /// Methods that give their first argument back to the receiver: `putconn`, `release`, ...
  package var returnMethods: [String]
  /// Last words of callee names that say their result is fresh: `connect`, `open`, `acquire`, ...
  package var acquireVerbs: [String]
  /// Methods that take the receiver itself, which `release` gives back: `acquire`, `lock`.
  package var lockMethods: [String] = []
  /// Last words of callee names whose results are never resources: look-alikes.
  package var notResources: [String]
  /// Methods by which a container keeps an argument: `append`, `push`, `add`, `set`, ...
  package var keepMethods: [String]
  /// Members that are true once the receiver was released: `closed`, `isReleased`, ...
  package var releasedMembers: [String]
  /// Members that are true while the receiver is held: `open`, `isTransactionActive`, ...
  package var heldMembers: [String]
  /// Names of variables whose methods do not raise in practice: `logger`, `metrics`, ...
  package var quietReceivers: [String] = []
  /// Methods by which a logger is told something, whoever wrote it: `error`, `warn`.
  package var loggingMethods: [String] = []
  /// Methods that do not raise in practice, whatever they are called on: `append`, `push`, ...
  package var quietMethods: [String] = []
  /// First words of methods that seldom raise; of two paths one without them is told: `set`, `add`.
  package var tameVerbs: [String] = []
  /// Methods that look something up and do not raise when a constant is given to fall back on:
  /// `config.get("debug", False)`.
  package var lookupMethods: [String] = []
  /// Whether a coroutine that nobody awaits never runs (Python), or runs all the same (JavaScript).
  package var coroutinesAreLazy = false
  /// Members that say how many rows an answer has, or hold them: `length`, `rows`, ...
  package var countingMembers: [String] = []
  /// Members and methods that are true of an answer without rows: `empty`.
  package var emptyMembers: [String] = []
  /// Members of a class that are the exceptions raised when a row of it is not there.
  package var absenceErrors: [String] = []
  package var abortMethods: [String] = []
  package var indexErrors: [String] = []
  /// Calls that say the same of their first argument: `builtins.len`, `Boolean`, ...
  package var countingCalls: [String] = []
  /// Decorators of functions whose framework looks after what they hold when they fail.
  package var shieldingDecorators: [String] = []
  /// Classes of files that are nowhere but in memory.
  package var memoryFiles: [String] = []
  /// Exceptions that the operating system's calls raise, and nothing else of theirs: `OSError`.
  package var systemErrors: [String] = []
  /// Calls that give the file or folder of their first argument as another object: `pathlib.Path`.
  package var pathMakers: [String] = []
  /// Errors that a wait raises which takes too long: `TimeoutError`.
  package var timeoutErrors: [String] = []
  /// Errors that reading an element of a table or list raises: `KeyError`.
  package var elementErrors: [String] = []
  /// Methods by which an object's owner or a framework ends it, beside those that give it back:
  /// `stop`, `onModuleDestroy`.
  package var endingMethods: [String] = []
  /// Methods that give one of those in a list or table: `get`, `shift`.
  package var elementMethods: [String] = []
  /// Calls that give what stands in a list or table: `values`, `list`.
  package var listingMethods: [String] = []
  /// Calls that give a name of their first argument, a path: `os.path.basename`.
  package var pathNames: [String] = []
  /// Calls whose objects run on by themselves once they are started: `threading.Thread`.
  package var runningMakers: [String] = []
  /// Modules whose calls raise nothing but those: `os`, `fcntl`.
  package var systemModules: [String] = []
  /// Members of a class that hold the name of its table: `__tablename__`, ...
  package var tableMembers: [String] = []
  /// Nouns of rows that say what was delivered, so that it is done once: `event`.
  package var deliveryNouns: [String] = []
  /// Functions by which a program runs, if they need no arguments: `main`.
  package var mainNames: [String] = []
  /// Members of the objects of a class that name the table which it leads to: `tableName`, ...
  package var tableFields: [String] = []
  /// Methods that delete rows: `del`, `destroy`, ...
  package var deletingMethods: [String] = []
  /// Calls by which a column is what an expression makes of others: `column_property`, ...
  package var computingCalls: [String] = []
  /// Calls and options that ask for rows without a value: `isNull`, `is_`.
  package var absenceWords: [String] = []
  /// Methods of a query that say which rows are asked for: `where`, `filter`, `eq`, ...
  package var filteringMethods: [String] = []
  /// Functions that compare a column with a value: `eq(users.email, email)`.
  package var comparingCalls: [String] = []
  /// Keys of a condition on one column, which name no columns themselves: `equals`, `gte`.
  package var conditionOptions: [String] = []
  /// Keys whose objects are further conditions, and no columns themselves: `AND`, `OR`.
  package var joiningOptions: [String] = []
  /// Those of them of whose conditions one suffices: `OR`.
  package var eitherOptions: [String] = []
  /// Functions that join conditions of which one suffices: `or_`.
  package var eitherCalls: [String] = []
  /// Keys by which a write changes what a column holds: `increment`, `$inc`.
  package var relativeOptions: [String] = []
  /// Calls that stand for what a column holds: `F`.
  package var columnCalls: [String] = []
  /// Verbs of methods that give a row: `get`, `find`.
  package var readingVerbs: [String] = []
  /// Names of variables that hold a class: `model`, `cls`.
  package var classNames: [String] = []
  /// Members of a class that name one which names a model: `serializer_class`.
  package var classLeads: [String] = []
  /// Words in the names of methods that make a row of what they are given: `perform_create`.
  package var insertingVerbs: [String] = []
  /// Calls that are given the columns of a table: `Schema`, `pgTable`, `create_table`, ...
  package var tableCalls: [String] = []
  /// Options by which a column or an index says that no two rows have its value: `unique`.
  package var uniqueOptions: [String] = []
  /// The same of columns that are unique together with the others so marked: `primary_key`.
  package var primaryOptions: [String] = []
  /// Calls that make a column, or the columns they are given, unique: `UniqueConstraint`, ...
  package var uniqueCalls: [String] = []
  /// The same of primary keys: `primaryKey`, `PrimaryColumn`, ...
  package var primaryCalls: [String] = []
  /// Calls that make an index, which is unique if an option says so: `createIndex`, ...
  package var indexCalls: [String] = []
  /// Members of a class that list columns which are unique together: `unique_together`.
  package var uniqueMembers: [String] = []
  /// What only code of a page in a browser speaks of without importing it: `window`.
  package var pageNames: [String] = []
  /// Modules that only code of a page imports: `react-dom`.
  package var pageModules: [String] = []
  /// Methods of texts, which raise nothing where they are given constants.
  package var textMethods: [String] = []
  /// Options by which a column names those that are unique together with it: `unique_with`.
  package var uniqueWithOptions: [String] = []
  /// Methods of a class that give the keys of its table: `__table_args__`.
  package var keyMethods: [String] = []
  /// Options of a table that hold its columns by name: `columns`.
  package var columnsOptions: [String] = []
  /// Calls that add a column, which a callback describes: `addColumn`.
  package var addingCalls: [String] = []
  /// Options of a table that list its indexes: `indexes`.
  package var listOptions: [String] = []
  /// Ends of keywords that say for which rows an index is: `where`.
  package var conditionLabels: [String] = []
  /// Heads of SQL statements in code that make columns unique: `CREATE UNIQUE INDEX`.
  package var uniqueStatements: [String] = []
  /// Methods that make an object which is no row yet: `create` of a repository, `build`, ...
  package var makingMethods: [String] = []
  /// Columns that only the owner of a row counts in, such as a job's retries.
  package var ownCounters: [String] = []
  /// Calls that give paths which no other process uses: `tempfile.mkdtemp`, ...
  package var temporaryPaths: [String] = []
  /// Methods that give their receiver back, so that calls can be chained: `on`, `timeout`.
  package var chainingMethods: [String] = []
  /// Calls that wait for several others and give what each of them gives: `Promise.all`.
  package var gatheringCalls: [String] = []
  /// Methods that only call their functions for the items of a collection: `map`, `filter`.
  package var iteratingMethods: [String] = []
  /// Those of them that give the items for which their function is true: `filter`.
  package var siftingMethods: [String] = []
  /// Those that give the items which their last argument does not have: `difference`.
  package var differenceMethods: [String] = []
  /// Methods that take an item out of a collection: `remove`, `discard`.
  package var removingMethods: [String] = []
  /// Methods that say whether a collection has an item: `includes`, `has`.
  package var holdingMethods: [String] = []
  /// Words that say the awaited result of a call is fresh: `create`, `init`.
  package var makingVerbs: [String] = []
  /// Release methods that say too little of a constructed object: `end` of a decoder or timer.
  package var vagueReleases: [String] = []
  /// Members of a handle that are as good as the handle when given away: `file.readable`.
  package var streamMembers: [String] = []
  /// Methods that read the body of a response, and so give it back.
  package var bodyMethods: [String] = []
  /// Variables that hold the answer to a request: `res`, `response`.
  package var responseNames: [String] = []
  /// Methods of a handle by which someone else promises to release it: `disposer`.
  package var handingMethods: [String] = []
  /// Methods by which a constructed object comes to hold something: `connect`, `start`.
  package var openingMethods: [String] = []
  /// Methods that keep a function for events: what it does is no continuation of the code there.
  package var listeningMethods: [String] = []
  /// Methods of a client that send a request, and give no more than its answer: `get`, `post`.
  package var requestingMethods: [String] = []
  /// Calls that run the function they are given first, and give what it gives: `to_thread`.
  package var runningMethods: [String] = []
  /// Those that are given where to run it before: `run_in_executor`.
  package var executingMethods: [String] = []
  /// Methods by which what is called a pool is asked for something: `get`.
  package var poolMethods: [String] = []
  /// Methods by which it takes that back: `put`.
  package var poolReturns: [String] = []
  /// Events by which a response tells that its reader is gone: `close`.
  package var partingEvents: [String] = []
  /// Methods of a stream that tell of failures by an event, and throw nothing: `write`.
  package var streamMethods: [String] = []
  /// Events for which a connection is kept: `notification`.
  package var keepingEvents: [String] = []
  /// First words in the names of functions that run as long as the process: `main`, `serve`.
  package var processVerbs: [String] = []
  /// What such a function starts, where its name has more than the verb: `server`.
  package var processNouns: [String] = []
  /// Words of functions that put what they are given into another form: `toEntity`.
  package var mappingWords: [String] = []
  /// Members of schemas by which rows get methods, and methods that give them one.
  package var rowMethodTables: [String] = []
  package var rowMethodCalls: [String] = []
  /// Words by which a function says that its block lasts as long as the process: `lifespan`.
  package var processScopes: [String] = []
  /// Variables that hold a request or the answer to it.
  package var requestNames: [String] = []
  /// Methods that give a part of the receiver which lives as long: `db`, `fork`.
  package var derivingMethods: [String] = []
  /// Words of callee names that ask something of an argument and make no object around it.
  package var askingVerbs: [String] = []

  /// Calls that declare a member which leads to other rows: `relationship`.
  package var relationCalls: [String] = []
  /// Variables that hold what the program is configured with: `settings`.
  package var settingNames: [String] = []
  /// Words of questions which database the program runs with: `sqlite`, `dialect`.
  package var databaseWords: [String] = []
  /// Methods that end a transaction and keep what was written: `commit`.
  package var commitMethods: [String] = []
  /// Methods that end a transaction and undo what was written: `rollback`.
  package var rollbackMethods: [String] = []
  /// Functions that a framework calls once, when the process starts: `onModuleInit`.
  package var startNames: [String] = []
  /// Events that come once, which functions are registered for: `startup`.
  package var startEvents: [String] = []
  /// First words in the names of functions that somebody runs by hand: `backfill`.
  package var onceWords: [String] = []
  /// Sets of members that stand beside each other where somebody runs them: `up` and `down`.
  package var onceMembers: [Set<String>] = []
  /// Libraries of command lines: `click`, `commander`.
  package var commandModules: [String] = []
  /// Their calls that are given the function to run: `command`, `action`.
  package var commandCalls: [String] = []
  /// Decorators that say nothing of when a function runs: `staticmethod`.
  package var wrappingDecorators: [String] = []
  /// Words of names and paths by which few are there at a time: `admin`, `cron`.
  package var attendedWords: [String] = []
  /// Last words of what the callback of a function is called.
  package var callbackNames: [String] = []
  /// Methods that make a row of a table.
  package var rowMakers: [String] = []
  /// Methods by which a row is taken back.
  package var rowRemovers: [String] = []
  /// Calls that give one stream to another.
  package var pipingCalls: [String] = []
  /// Events by which an object tells of errors of its own.
  package var failureEvents: [String] = []
  /// Members that hold what a connection goes over.
  package var transportMembers: [String] = []
  /// Verbs that have a client work on when its function is left.
  package var lastingVerbs: [String] = []
  /// What is asked for a name and says nothing where it is absent.
  package var headerNames: [String] = []
  /// Words of columns that say whose a row is where it was nobody's.
  package var referenceWords: [String] = []
  /// Words of columns that say whose a row is: `owner_id`, `assigned_user`.
  package var holderWords: [String] = []
  /// Words of columns that say whose a row is, or only who has changed it: `user`.
  package var actorWords: [String] = []
  /// Last words of columns that only say where a row stands among others: `position`.
  package var orderingWords: [String] = []
  /// Last words of columns that rows are told apart by: `invoice_number`.
  package var numberingWords: [String] = []
  /// Words that say that the largest value of a column is asked for: `max`.
  package var largestWords: [String] = []
  /// Names of what says how many there are: `length`, `len`.
  package var countingNames: [String] = []
  /// States that say that somebody is at it, as values of columns are called: `running`.
  package var heldStates: [String] = []
  /// Calls that make a part of a statement, which the database computes: `raw`, `sql`.
  package var expressionCalls: [String] = []
  /// States that a row comes to once, as columns and their values are called: `used`, `sold`.
  package var onceStates: [String] = []
  /// Words of columns that say something was sent: `reminder_sent`.
  package var sentStates: [String] = []
  /// Words in names of calls that send something: `sendReminder`.
  package var sendingVerbs: [String] = []
  /// Words of entities whose rows only tell what happened: one too many does no harm.
  package var recordNouns: [String] = []
  /// Calls and decorators that are given a function to run at set times: `Cron`.
  package var scheduleCalls: [String] = []
  /// Calls by which a parameter says who must have been let in: `Depends`.
  package var dependencyCalls: [String] = []
  /// Decorators of functions that run for a row just made, which nobody else knows: `AfterCreate`.
  package var creationHooks: [String] = []
  /// Last words of entities that hold how a program is set up: `setting`, `template`.
  package var settingNouns: [String] = []
  /// Columns by which such rows are known: `name`, `language`.
  package var settingKeys: [String] = []
  /// Words of entities that stand for money or what is sold: `order`, `booking`.
  package var moneyNouns: [String] = []
  /// Words of names and texts that speak of a quota: `limit`, `max`.
  package var quotaWords: [String] = []
  package var statementNames: [String] = []
  package var cursorMethods: [String] = []
  package var rowSavingMethods: [String] = []
  package var rowSavingOptions: [String] = []
  package var rowModules: [String] = []
  /// Words for what a customer has bought, which sets limits: `plan`, `license`.
  package var planWords: [String] = []
  /// Words for what is sold by the piece: `seats`, `stock`.
  package var capacityWords: [String] = []
  /// Calls by which a project has requests run again that meet an error: `mark_error_retryable`.
  package var retryRegistrations: [String] = []
  /// Calls by which a project answers an error wherever it is met: `exception_handler`.
  package var answerRegistrations: [String] = []
  /// Words in names of calls that make the class of a table between two others: `join`.
  package var joiningWords: [String] = []
  /// Types that, or whose heirs, only say what others look like: `Callable`, `typing.Protocol`.
  package var shapeTypes: [String] = []
  /// Methods by which somebody is told of events until he is taken away: `on`, not `once`.
  package var lastingListeners: [String] = []
  /// The events by which a server tells of a new connection.
  package var connectionEvents: [String] = []
  /// Calls that run a function again and again: `setInterval`.
  package var repeatingCalls: [String] = []
  /// Verbs of what takes a listener or a timer away: `off`, `removeListener`, `clearInterval`.
  package var removingVerbs: [String] = []
  /// Exceptions that say a row was not there, whosever it is: `ObjectDoesNotExist`.
  package var missingErrors: [String] = []
  /// Calls that ask for a member by its name: `builtins.hasattr`.
  package var memberCalls: [String] = []
  /// Decorators that say together that a column points to another row alone: `OneToOne`.
  package var owningDecorators: [String] = []
  /// Columns that databases and libraries fill in themselves: `id`.
  package var generatedColumns: [String] = []
  /// Words of constants that stand for a violation's code: `DUPLICATE`.
  package var violationWords: [String] = []
  /// Functions that take back what a migration has made: `downgrade`.
  package var undoingNames: [String] = []
  /// Words in names of calls that give another value each time: `random`, `uuid`.
  package var freshWords: [String] = []
  /// Calls that are given a function and do not call it: `functools.wraps`.
  package var wrappingCalls: [String] = []
  /// First words of methods by which an object begins: `connect`, `prepare`.
  package var beginningVerbs: [String] = []
  /// Words that say that something failed, or is tried again after that: `timeout`, `reconnect`.
  package var failureWords: [String] = []
  /// Methods that ask whether a mark is set (`is_set`), and that set it.
  package var markQuestions: [String] = []
  package var markMethods: [String] = []
  /// Methods by which a handle is left to the end of the process: `unref`.
  package var leavingMethods: [String] = []
  /// Methods that write what is kept, before a commit does: `flush`.
  package var flushingMethods: [String] = []
  /// Options by which what is saved becomes a row of its own: `force_insert`.
  package var copyingOptions: [String] = []
  /// Options that say that rows are given as a list: `many`.
  package var severalOptions: [String] = []
  /// Calls that are given a function and call it later: `on_commit`, `setTimeout`.
  package var deferringCalls: [String] = []
  /// Calls that go through several lists until the last one ends: `zip_longest`.
  package var pairingCalls: [String] = []
  /// Options of a class whose objects' writes are refused if the row has changed since.
  package var versionOptions: [String] = []
  /// Calls by which a migration takes a key or an index away: `drop_constraint`.
  package var droppingCalls: [String] = []
  /// Keys of an object under which stands what a column must be: `{equals: null}`.
  package var equalityKeys: [String] = []
  /// What the second method of an object ends in that was promisified as a whole: `openAsync`.
  package var promisedSuffixes: [String] = []
  /// Events that say that a source was read to its end, which does not come where it fails.
  package var exhaustionEvents: [String] = []
  /// Calls by which a migration gives a table another name, which is their second argument.
  package var renamingCalls: [String] = []
  /// States that keep others off while somebody is at it: `running`, `locked`.
  package var busyStates: [String] = []
  /// States behind which no other comes: `completed`, `paid`.
  package var finalStates: [String] = []
  /// Words by which lists of such states are called: `FINAL_STATES`.
  package var finalWords: [String] = []
  /// States in which nothing more is done for a row: `cancelled`, `expired`.
  package var deadStates: [String] = []
  /// Calls that copy a document, or read or write its text: `deepcopy`, `JSON.parse`.
  package var copyingCalls: [String] = []
  /// Words in names of calls that make one document of several: `merge`.
  package var mergingVerbs: [String] = []
  /// Methods that change the list or dictionary that they are called on: `append`.
  package var changingMethods: [String] = []
  /// Those of them that dictionaries have: `update`.
  package var mappingMethods: [String] = []
  /// Calls that wait for a time: `sleep`.
  package var pausingCalls: [String] = []
  /// Questions that have one answer as long as what they are asked of stays.
  package var pureCalls: Set<String> = []
  /// Methods that ask such a question of their object, which is mostly a text.
  package var pureMethods: Set<String> = []
  /// From which number on they wait as a clock does, and not for work.
  package var longPause = 30
  /// Methods that take one of a table's or a set's out: `pop`, `delete`.
  package var droppingMethods: [String] = []
  /// The events by which a client tells that it is connected: `ready`.
  package var openingEvents: [String] = []
  /// Words of names that say that something has come to its end by itself: `lost`, `closed`.
  package var partingWords: [String] = []
  /// Calls that name whose rows they lead to by their first text: `from('users')`.
  package var namingCalls: [String] = []
  /// Those that do by their last text, before which may stand where it lies: `get_model`.
  package var pathNamingCalls: [String] = []
  /// The calls that stand for how many rows there are: `count()`.
  package var rowCounts: [String] = []
  /// Those that do by a path to one row: `users/42`.
  package var documentNamingCalls: [String] = []
  /// What callbacks call the error that they are told first: `err`.
  package var errorNames: [String] = []
  /// Calls that read all that their argument gives: `builtins.list`.
  package var drainingCalls: [String] = []
  /// Calls whose texts say where all rows lie: `client.db('app')`.
  package var databaseCalls: [String] = []
  /// Members by which an object has the row that it changes: `serializer.instance`.
  package var rowMembers: [String] = []

  package init() {
    keepMethods = []
    releasedMembers = []
    heldMembers = []
    releaseMethods = []
    returnMethods = []
    acquireVerbs = []
    notResources = []
  }
}
