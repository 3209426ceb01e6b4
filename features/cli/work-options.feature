Feature: Choosing how a sync works
  Threads, batches and short cuts decide how long a sync takes. Whatever is chosen, the
  index is the same, and choices that contradict each other are refused.

  Background:
    Given a repository "shop"
    And 20 committed files under "src"
    And the index was synced

  Rule: Parallel work is a choice that changes nothing but the time

    @E-46
    Scenario Outline: A sync is asked to work <how>
      Given 30 committed files under "src/reports"
      When the operator runs "neap index sync <options>"
      Then the exit code is 0
      And the index is in step with branch "main"

      Examples:
        | how                | options                                             |
        | on several threads | --parallel --workers 4                              |
        | on one thread      | --no-parallel                                       |
        | without short cuts | --no-optimize                                       |
        | in small batches   | --parallel --batch-size 3                           |
        | with all of them   | --workers 2 --batch-size 5 --parallel --no-optimize |

    @E-46
    Scenario Outline: Two options contradict each other: <options>
      When the operator runs "neap index sync <options>"
      Then the exit code is 2
      And the error output shows
        """
        --no-parallel
        name one of them
        """
      And the index file is untouched

      Examples:
        | options                   |
        | --parallel --no-parallel  |
        | --no-parallel --workers 4 |

  Rule: What would have no effect is refused

    Scenario Outline: A feed is asked for what only a repository can give: <options>
      When the operator runs "neap index sync --stdin <options>"
      Then the exit code is 2
      And the error output shows
        """
        <option>
        Nothing was done.
        """
      And the index file is untouched

      Examples:
        | options              | option               |
        | --no-optimize        | --no-optimize        |
        | --jobs 4             | --jobs               |
        | --since HEAD         | --since              |
        | --working-tree       | --working-tree       |
        | --recurse-submodules | --recurse-submodules |

    Scenario: One repository is to be synced several at a time
      When the operator runs "neap index sync --jobs 4"
      Then the exit code is 2
      And the error output shows
        """
        --jobs
        --all
        """
      And the index file is untouched

  Rule: Looking closer at a sound index changes nothing

    Scenario: Every path is compared although nothing changed
      When the operator runs "neap index sync --no-optimize --json -v"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE            |
        | compared        | the whole branch |
        | texts_embedded  |                0 |
        | files.processed |                0 |
      And the sync makes no index changes

    Scenario: The repair of a sound index repairs nothing
      When the operator runs "neap index verify --repair --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                  | VALUE |
        | in_step               | true  |
        | revisions[0].repaired |     0 |
      And the sync makes no index changes

  Rule: The work is divided as asked, and none of it is lost or done twice
    The sync before was one call of the index store.

    @E-38
    Scenario: Ten new files in batches of three, for two workers
      Given 10 committed files under "src/reports"
      And the settings
        | SETTING    | VALUE |
        | batch size |     3 |
        | workers    |     2 |
      When the index is synced
      Then the sync completes
      And the index store was called 5 times
      And 10 texts were embedded
      And no file is indexed twice
      And the index is in step with branch "main"

    @E-39
    Scenario: Twenty changes of three kinds in batches of five, for two workers
      Given one commit changes many files
        | CHANGE | FILES | UNDER |
        | add    |    12 | docs  |
        | edit   |     5 | src   |
        | delete |     3 | src   |
      And the settings
        | SETTING    | VALUE |
        | batch size |     5 |
        | workers    |     2 |
      When the index is synced
      Then the sync completes
      And the runs are now
        | LINES | PROCESSED | SUCCESSES | ERRORS |
        |    20 |        20 |        20 |      0 |
        |    20 |        20 |        20 |      0 |
      And the index is in step with branch "main"
