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

    Scenario: The index is rebuilt to be on the safe side
      When the index is rebuilt
      Then the exit code is 0
      And the sync makes no index changes
      And the index is in step with branch "main"

    @process
    Scenario: A deployment starts the same job four times
      Given 5 committed files under "src/reports"
      And the environment variables
        | NAME      | VALUE |
        | NEAP_WAIT |    1h |
      When these syncs start together
        | REPOSITORY | COLLECTION |
        | shop       | default    |
        | shop       | default    |
        | shop       | default    |
        | shop       | default    |
      Then the sync completes
      And no file is indexed twice
      And the index is in step with branch "main"
