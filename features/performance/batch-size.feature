@alone
Feature: Choosing a batch size
  A batch is what goes to the store, and to a server of vectors, at one time. Too small
  a batch costs a journey each; the default is on the safe side.

  @E-74
  Rule: Every batch size makes the same index

    Scenario Outline: Files are synced <size> at a time
      Given a repository "shop"
      And 120 committed files of 200 bytes under "src"
      And the settings
        | SETTING    | VALUE  |
        | batch size | <size> |
      When the index is synced
      Then the sync completes
      And 120 texts were embedded
      And the index is in step with branch "main"

      Examples:
        | size |
        |   10 |
        |   25 |
        |   50 |
        |  100 |
        |  200 |

  @slow
  Rule: A good batch size is noticeably faster than a bad one

    Background:
      Given a repository "shop"
      And an embedding server
      And the embedding server takes 20 milliseconds to answer

    @E-71 @E-72 @E-73
    Scenario Outline: <kind> files
      Given <count> committed files of <bytes> bytes under "src"
      When first syncs are measured
        | RUN | WORKERS | BATCH SIZE |
        |  10 |       2 |         10 |
        |  25 |       2 |         25 |
        |  50 |       2 |         50 |
        | 100 |       2 |        100 |
        | 200 |       2 |        200 |
      Then the measurements are
        | MEASURE | RUN      | AGAINST   | LIMIT              |
        | speed   | the best | the worst | at least 1.3 times |

      Examples:
        | kind  | count | bytes  |
        | small | 1,000 |    200 |
        | mixed |   500 |  2,000 |
        | large |   100 | 10,000 |
