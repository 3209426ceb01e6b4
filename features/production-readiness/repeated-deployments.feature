Feature: Doing everything twice
  Pipelines are started again, jobs overlap, scripts are run to be on the safe side. What
  was done already is noticed, costs next to nothing, and changes nothing.

  Background:
    Given a repository "shop"
    And 20 committed files under "src"
    And the index was synced

  Rule: What is done already is not done again

    Scenario: The same commit is synced a second time
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM     | VALUE   |
        | status   | in_step |
        | compared | nothing |
      And the index file is untouched

    Scenario: Every path is compared although nothing changed
      When the operator runs "neap index sync --no-optimize --json -v"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE            |
        | compared        | the whole branch |
        | texts_embedded  |                0 |
        | files.processed |                0 |
      And the sync makes no index changes

    Scenario: The index is rebuilt to be on the safe side
      When the operator runs "neap index rebuild"
      Then the exit code is 0
      And the sync makes no index changes
      And the index is in step with branch "main"

    Scenario: The repair of a sound index repairs nothing
      When the operator runs "neap index verify --repair --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                  | VALUE |
        | in_step               | true  |
        | revisions[0].repaired |     0 |
      And the sync makes no index changes

    @process
    Scenario: A deployment starts the same job four times
      Given 5 committed files under "src/reports"
      And the environment variables
        | NAME      | VALUE |
        | NEAP_WAIT | 1h    |
      When these syncs start together
        | REPOSITORY | COLLECTION |
        | shop       | default    |
        | shop       | default    |
        | shop       | default    |
        | shop       | default    |
      Then the sync completes
      And no file is indexed twice
      And the index is in step with branch "main"

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

    @E-46 @X-06
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
