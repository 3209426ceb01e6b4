Feature: Checking the index file
  The index is one file that people copy, lose and mix up. The check says what a file
  is and whether it is sound, and no command ever writes to a file that is not sound.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |
    And the index was synced

  Rule: A sound index says so with its numbers

    Scenario: A good index is checked
      When the operator runs "neap store check --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE  |
        | kind            | sqlite |
        | exists          | true   |
        | ok              | true   |
        | integrity       | ok     |
        | revisions       |      1 |
        | blobs           |      1 |
        | chunks          |      1 |
        | problems.length |      0 |
      And the index file is untouched

    Scenario: There is no index file to check
      Given the index file is "missing"
      When the operator runs "neap store check --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH   | VALUE |
        | exists | false |
      And the index file is untouched

  Rule: A file that is not a sound index is named and left alone

    Scenario Outline: The check finds <kind of file>
      Given the index file is "<state>"
      When the operator runs "neap store check --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE  |
        | error.kind | <kind> |
      And the index file is untouched

      Examples:
        | kind of file                     | state                         | kind          |
        | a file with damaged pages        | damaged                       | index-damaged |
        | a file that lost its second half | cut off                       | index-damaged |
        | a database of another program    | a database of another program | index-foreign |
        | an index of a newer version      | of a newer version            | index-newer   |

    Scenario Outline: The check misses a table of the file: <table>
      Given the index file is "<state>"
      When the operator runs "neap store check --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH            | VALUE                        |
        | ok              | false                        |
        | integrity       | damaged                      |
        | problems.length |                            1 |
        | problems[0]     | the table <table> is missing |
      And the index file is untouched

      Examples:
        | table     | state                   |
        | chunk     | without its chunks      |
        | lexical_1 | without its words       |
        | sync_runs | without a table of runs |

    Scenario: The check misses content that files show
      Given the index drifted
        | FILE          | DRIFT        |
        | src/prices.py | content lost |
      When the operator runs "neap store check --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH            | VALUE |
        | ok              | false |
        | problems.length |     1 |
      And the index file is untouched

    @needs.postgres
    Scenario Outline: The check misses a table of the database: <table>
      Given the index is kept in "PostgreSQL"
      And the index was synced
      And the database is "<state>"
      When the operator runs "neap store check --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH            | VALUE                                      |
        | ok              | false                                      |
        | problems.length |                                          1 |
        | problems[0]     | (begins with the table <table> is missing) |
      And the repository is untouched

      Examples:
        | table        | state                    |
        | neap.chunk_1 | without its chunks       |
        | neap.words_1 | without its words        |
        | neap.file    | without a table of files |

    Scenario Outline: A sync refuses <kind of file>
      Given the index file is "<state>"
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        error:
        safe:
        next:
        """
      And the index file is untouched

      Examples:
        | kind of file                  | state                         |
        | a file with damaged pages     | damaged                       |
        | a database of another program | a database of another program |
        | an index of a newer version   | of a newer version            |

    Scenario: The lost index is built again
      Given the index file is "missing"
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the index is in step with branch "main"

  Rule: The place of the index follows one order of precedence

    @E-20
    Scenario Outline: The index is placed by <what decides>
      Given the environment variables
        | NAME                   | VALUE   |
        | NEAP_STORE             | <store> |
        | NEAP_CHECKPOINT_DB_DIR | <dir>   |
        | XDG_DATA_HOME          | data    |
      When the operator runs "neap store check <option> --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE               |
        | store | (ends with <place>) |

      Examples:
        | what decides                | store  | dir   | option            | place              |
        | the option                  | env.db | state | --store option.db | option.db          |
        | the variable for the file   | env.db | state |                   | env.db             |
        | the variable for the folder |        | state |                   | state/index.db     |
        | the home of data            |        |       |                   | data/neap/index.db |

    Scenario: A server is not taken for a folder
      Given the environment variables
        | NAME                   | VALUE                       |
        | NEAP_CHECKPOINT_DB_DIR | qdrant://:moonlight@garden/ |
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        NEAP_CHECKPOINT_DB_DIR cannot be used; a folder is needed, and a server goes into store.
        safe: Nothing was done.
        """
      And nobody sees "moonlight"
      And the index file is untouched
