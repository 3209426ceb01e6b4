Feature: Configuring through the environment
  Pipelines and containers configure programs by variables. Each setting has one, its
  spelling does not depend on capitals, and the variables do what they say.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"

  Rule: Each setting has a variable

    @E-56
    Scenario Outline: A variable is spelt <how>
      Given the environment variables
        | NAME       | VALUE   |
        | <variable> | <value> |
      When the operator runs "neap config check"
      Then the exit code is 0
      And these settings hold
        | SETTING   | VALUE   | ORIGIN      |
        | <setting> | <value> | environment |

      Examples: spellings
        | how              | variable        | value | setting    |
        | in capitals      | NEAP_BATCH_SIZE |   150 | batch_size |
        | in small letters | neap_batch_size |   150 | batch_size |
        | in mixed letters | Neap_Batch_Size |   150 | batch_size |

      @E-53 @E-54
      Examples: the variables of a pipeline
        | how                 | variable                       | value                     | setting                   |
        | for the workers     | NEAP_MAX_WORKERS               |                        12 | max_workers               |
        | for the server      | NEAP_WCD_URL                   | https://vectors.example:8 | wcd_url                   |
        | for the collection  | NEAP_DEFAULT_SOURCE_COLLECTION | pipeline                  | default_source_collection |
        | for error traces    | NEAP_DEBUG                     | true                      | debug                     |
        | for the connections | NEAP_MAX_CONNECTIONS           |                         3 | max_connections           |
        | for the memory      | NEAP_MEMORY_LIMIT_MB           |                       128 | memory_limit_mb           |

    Scenario: A variable that is set to nothing says nothing
      Given the configuration file of the repository says
        """
        { "batch_size": 30 }
        """
      And the environment variables
        | NAME            | VALUE |
        | NEAP_BATCH_SIZE |       |
      When the operator runs "neap config check"
      Then the exit code is 0
      And these settings hold
        | SETTING    | VALUE | ORIGIN     |
        | batch_size |    30 | repository |

    Scenario: A variable of another program is left alone
      Given the environment variables
        | NAME               | VALUE |
        | NEAP_TIDE_CALENDAR | moon  |
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the index is in step with branch "main"

    @E-110
    Scenario: The variables of the specification suite are left alone
      Given the environment variables
        | NAME                 | VALUE                  |
        | NEAP_TEST_WCD_URL    | http://vectors.example |
        | NEAP_TEST_COLLECTION | suite                  |
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the index is in step with branch "main"

  Rule: A variable changes what the engine does

    @process @E-52
    Scenario: The batch size of the environment decides what a killed sync keeps
      Given the environment variables
        | NAME            | VALUE |
        | NEAP_BATCH_SIZE |     2 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 5 | process killed |
      And the sync was interrupted
      When the sync is resumed
      Then the sync completes
      And the run report shows
        | ITEM               | VALUE |
        | files already done |     4 |
        | files processed    |     2 |

    Scenario: The largest file of the environment decides what is skipped
      Given the environment variables
        | NAME                | VALUE |
        | NEAP_MAX_FILE_BYTES |  1000 |
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT               |
        | books   | add    | src/books.txt | (1,001 bytes of text) |
        |         | add    | src/notes.txt | (1,000 bytes of text) |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE          | REASON    |
        | src/books.txt | too-large |

    Scenario: The environment asks for vendored files
      Given the environment variables
        | NAME                  | VALUE |
        | NEAP_INCLUDE_VENDORED | yes   |
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT     |
        | vendor  | add    | vendor/lib.js | let lib = 1 |
      When the operator runs "neap index sync -v"
      Then the exit code is 0
      And the output shows
        """
        ADD: vendor/lib.js
        """

    Scenario: The environment asks for traces of errors
      Given the environment variables
        | NAME       | VALUE |
        | NEAP_DEBUG |     1 |
      And the index follows branch "nowhere"
      When the index is synced
      Then the exit code is 4
      And the error output shows
        """
        NeapException
        error:
        """
