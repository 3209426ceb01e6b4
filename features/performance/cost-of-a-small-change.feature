@alone
Feature: Paying for the change, not for the repository
  Most syncs follow a small commit in a large repository. They read, embed and write
  what changed, however much there is besides.

  Rule: The size of the repository is no part of the price

    Scenario Outline: One file changes among <files>
      Given a repository "shop"
      And <files> committed files of 300 bytes under "src"
      And the index was synced
      And one commit changes many files
        | CHANGE | FILES | UNDER |
        | edit   |     1 | src   |
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE         |
        | compared      | changed trees |
        | contents read |             1 |
        | bytes read    |           300 |
      And 1 text was embedded

      Examples:
        | files |
        |    10 |
        |   300 |
        | 3,000 |

    Scenario: Nothing changes among 3,000 files
      Given a repository "shop"
      And 3,000 committed files of 300 bytes under "src"
      And the index was synced
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE   |
        | status        | in_step |
        | compared      | nothing |
        | contents read |       0 |

    Scenario: A new commit has the tree of the last one
      Given a repository "shop"
      And 300 committed files of 300 bytes under "src"
      And the index was synced
      And the last commit on "main" was reworded to "the same files"
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE    |
        | compared      | tree ids |
        | contents read |        0 |

  @process @slow
  Rule: A small change takes a small part of the time of a first sync

    Scenario: One file changes among 3,000 that are known
      Given a repository "known"
      And 3,000 committed files of 3,000 bytes under "src"
      And the index was synced
      And one commit changes many files
        | CHANGE | FILES | UNDER |
        | edit   |     1 | src   |
      And a repository "unknown"
      And 3,000 committed files of 3,100 bytes under "src"
      When the next syncs are measured
        | RUN            | REPOSITORY |
        | a first sync   | unknown    |
        | a small change | known      |
      Then the measurements are
        | MEASURE | RUN            | AGAINST      | LIMIT             |
        | time    | a small change | a first sync | at most 0.7 times |
