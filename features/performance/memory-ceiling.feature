@alone
Feature: Keeping memory bounded
  A sync runs beside other programs. What it needs depends on its settings, not on the
  number of files, and does not grow from sync to sync.

  @process
  Rule: The peak stays under a ceiling

    @slow @E-75 @E-76
    Scenario: 2,000 files of 3,000 bytes
      Given a repository "shop"
      And 2,000 committed files of 3,000 bytes under "src"
      When first syncs are measured
        | RUN         | WORKERS | BATCH SIZE |
        | 2,000 files |       6 |        100 |
      Then the measurements are
        | MEASURE                       | RUN         | LIMIT          |
        | peak memory                   | 2,000 files | at most 512 MB |
        | late memory over early memory | 2,000 files | at most 2      |

    Scenario: Large files are not held all at once
      Given a repository "small"
      And 40 committed files of 3,000 bytes under "src"
      And a repository "large"
      And 40 committed files of 1,000,000 bytes under "src"
      When first syncs are measured
        | RUN         | REPOSITORY |
        | small files | small      |
        | large files | large      |
      Then the measurements are
        | MEASURE     | RUN         | AGAINST     | LIMIT           |
        | peak memory | large files | small files | at most 4 times |

  @process @E-51
  Rule: Syncing again and again takes no more memory

    @slow
    Scenario: Twenty syncs follow twenty commits
      Given a repository "shop"
      And 500 committed files of 800 bytes under "src"
      And the index was synced
      When the next syncs are measured
        | RUN  | TIMES | EDITED BEFORE EACH |
        | sync |    20 |                 50 |
      Then the measurements are
        | MEASURE     | RUN     | AGAINST | LIMIT             |
        | peak memory | sync 20 | sync 2  | at most 1.2 times |
        | peak memory | sync 10 | sync 2  | at most 1.2 times |
