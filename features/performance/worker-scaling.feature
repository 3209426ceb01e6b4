@alone
Feature: Getting faster with more workers
  Where a server makes the vectors, most of the time is spent waiting for it. Workers
  wait at the same time, so more of them finish sooner, even on a small machine.

  @slow @E-67 @E-68 @E-69 @E-70
  Rule: Workers wait for a server at the same time

    Background:
      Given a repository "shop"
      And 500 committed files of 800 bytes under "src"
      And an embedding server
      And the embedding server takes 20 milliseconds to answer

    Scenario: Two, four and eight workers against one
      When first syncs are measured
        | RUN           | WORKERS | BATCH SIZE | TIMES |
        | one worker    |       1 |          2 |     5 |
        | two workers   |       2 |          2 |     5 |
        | four workers  |       4 |          2 |     5 |
        | eight workers |       8 |          2 |     5 |
      Then the measurements are
        | MEASURE | RUN           | AGAINST    | LIMIT              |
        | speed   | two workers   | one worker | at least 1.8 times |
        | speed   | four workers  | one worker | at least 3.2 times |
        | speed   | eight workers | one worker | at least 5.5 times |

  @slow @E-67 @E-68 @E-69 @E-70
  Rule: Workers tell an index store at the same time

    Background:
      Given a repository "shop"
      And 500 committed files of 800 bytes under "src"
      And the index is kept in "Qdrant"
      And the vector server takes 20 milliseconds to answer

    Scenario: Two, four and eight workers fill a vector server
      When first syncs are measured
        | RUN           | WORKERS | BATCH SIZE | TIMES |
        | one worker    |       1 |          3 |     3 |
        | two workers   |       2 |          3 |     3 |
        | four workers  |       4 |          3 |     3 |
        | eight workers |       8 |          3 |     3 |
      Then the measurements are
        | MEASURE | RUN           | AGAINST    | LIMIT              |
        | speed   | two workers   | one worker | at least 1.8 times |
        | speed   | four workers  | one worker | at least 3.2 times |
        | speed   | eight workers | one worker | at least 5.5 times |

  Rule: More workers change the time and nothing else

    Scenario Outline: <workers> workers make the same index
      Given a repository "shop"
      And 130 committed files of 800 bytes under "src"
      And an embedding server
      And the embedding server takes 5 milliseconds to answer
      And the settings
        | SETTING    | VALUE     |
        | workers    | <workers> |
        | batch size |         3 |
      When the index is synced
      Then the sync completes
      And the embedding server made every vector
      And no file is indexed twice
      And the index is in step with branch "main"

      Examples:
        | workers |
        |       1 |
        |       3 |
        |      16 |
