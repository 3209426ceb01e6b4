Feature: Running out of what a machine has
  Disks fill up, memory and open files are limited, rights are missing, clocks jump. Each
  time the sync says what is short and what to type, the index keeps its last revision,
  and the next sync goes on when the machine has what it takes.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"

  Rule: A full disk stops the sync with the index as it was

    @needs.mount
    Scenario: The disk fills up during a later sync
      Given the index was synced
      And 200 committed files under "src/reports"
      And the index folder is "on a full disk"
      When the index is synced
      Then the sync stops with error "disk-full"
      And the sync makes no index changes
      And the index is in step with commit "6 files under src"

    @needs.mount
    Scenario: The sync goes on when the disk has room again
      Given the index was synced
      And 200 committed files under "src/reports"
      And the index folder is "on a full disk"
      And the sync failed
      And the index folder is "on a disk with room again"
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
      And no file is indexed twice

    @needs.mount
    Scenario: A full disk is no obstacle to a search
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      And the index was synced
      And 200 committed files under "src/reports"
      And the index folder is "on a full disk"
      When the index is synced
      Then the sync stops with error "disk-full"
      And a search for "discount codes" finds
        | FILE         |
        | src/codes.py |

  Rule: Too little memory stops the sync with the index as it was

    @process @E-41
    Scenario: The memory that Neap may take is too little
      Given the environment variables
        | NAME                 | VALUE |
        | NEAP_MEMORY_LIMIT_MB |    32 |
        | NEAP_MAX_WORKERS     |     8 |
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                   |
        | books   | add    | books/1.txt | (9,000,000 bytes of text) |
        |         | add    | books/2.txt | (9,000,001 bytes of text) |
        |         | add    | books/3.txt | (9,000,002 bytes of text) |
      When the index is synced
      Then the sync stops with error "out-of-memory"
      And the exit code is 3
      And the sync makes no index changes

    @process @E-41
    Scenario: The memory that Neap may take is too little for what is followed
      Given all repositories are followed
      And the environment variables
        | NAME                 | VALUE |
        | NEAP_MEMORY_LIMIT_MB |    32 |
        | NEAP_MAX_WORKERS     |     8 |
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                   |
        | books   | add    | books/1.txt | (9,000,000 bytes of text) |
        |         | add    | books/2.txt | (9,000,001 bytes of text) |
        |         | add    | books/3.txt | (9,000,002 bytes of text) |
      When all followed repositories are synced
      Then the sync stops with error "out-of-memory"
      And the exit code is 3
      And the sync makes no index changes

    @process @E-41
    Scenario: The memory that Neap may take is enough
      Given the environment variables
        | NAME                 | VALUE |
        | NEAP_MEMORY_LIMIT_MB |   512 |
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                 |
        | books   | add    | books/1.txt | (900,000 bytes of text) |
        |         | add    | books/2.txt | (900,001 bytes of text) |
        |         | add    | books/3.txt | (900,002 bytes of text) |
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

    @process @E-41
    Scenario Outline: The memory that Neap may take is too little for a feed with <what>
      Given the index was synced
      And the environment variables
        | NAME                 | VALUE |
        | NEAP_MEMORY_LIMIT_MB |    32 |
        | NEAP_MAX_WORKERS     |     8 |
      When these changes are piped into the sync
        """
        {"path":"books/0.txt","content":"a short one"}
        {"path":"books/1.txt","content":(<first> bytes of text)}
        {"path":"books/2.txt","content":(<second> bytes of text)}
        {"path":"books/3.txt","content":(<second> bytes of text)}
        """
      Then the sync stops with error "out-of-memory"
      And the exit code is 3
      And the error output shows
        """
        error: There is not enough memory to go on.
        safe: The index still equals its last commit
        next:
        memory_limit_mb
        """
      And the sync makes no index changes

      Examples:
        | what            | first      | second    |
        | a huge line     | 50,000,000 |        10 |
        | several volumes |  9,000,000 | 9,000,001 |

    @process @E-41 @E-59
    Scenario Outline: A feed with <what> comes again when there is enough memory
      Given the index was synced
      And the settings
        | SETTING    | VALUE |
        | batch size |     1 |
      And the environment variables
        | NAME                 | VALUE |
        | NEAP_MEMORY_LIMIT_MB |    32 |
        | NEAP_MAX_WORKERS     |     8 |
      And these changes were piped into the sync in vain
        """
        {"path":"books/0.txt","content":"a short one"}
        {"path":"books/1.txt","content":(<first> bytes of text)}
        {"path":"books/2.txt","content":(<second> bytes of text)}
        {"path":"books/3.txt","content":(<second> bytes of text)}
        """
      And the environment variables
        | NAME                 | VALUE |
        | NEAP_MEMORY_LIMIT_MB |  1024 |
      When these changes are piped into the sync
        """
        {"path":"books/0.txt","content":"a short one"}
        {"path":"books/1.txt","content":(<first> bytes of text)}
        {"path":"books/2.txt","content":(<second> bytes of text)}
        {"path":"books/3.txt","content":(<second> bytes of text)}
        """
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE     |
        | lines total   |         4 |
        | lines done    | <done>    |
        | lines skipped | <skipped> |
      And these collections change
        | COLLECTION | ADDED  | UPDATED | REMOVED |
        | default    | <done> |       0 |       0 |
      And no file is indexed twice

      Examples:
        | what            | first      | second    | done | skipped |
        | a huge line     | 50,000,000 |        10 |    3 |       1 |
        | several volumes |  9,000,000 | 9,000,001 |    4 |       0 |

    @process @E-41 @E-59
    Scenario: The ledger counts a line once whose first attempt had too little memory
      Given the settings
        | SETTING    | VALUE |
        | batch size |     1 |
      And the environment variables
        | NAME                 | VALUE |
        | NEAP_MEMORY_LIMIT_MB |    32 |
        | NEAP_MAX_WORKERS     |     8 |
      And these changes were piped into the sync in vain
        """
        {"path":"books/0.txt","content":"a short one"}
        {"path":"books/1.txt","content":(9,000,000 bytes of text)}
        {"path":"books/2.txt","content":(9,000,001 bytes of text)}
        """
      And the environment variables
        | NAME                 | VALUE |
        | NEAP_MEMORY_LIMIT_MB |  1024 |
      And these changes were piped into the sync
        """
        {"path":"books/0.txt","content":"a short one"}
        {"path":"books/1.txt","content":(9,000,000 bytes of text)}
        {"path":"books/2.txt","content":(9,000,001 bytes of text)}
        """
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH                       | VALUE     |
        | revisions[0].files.indexed |         3 |
        | runs[0].status             | completed |
        | runs[0].total              |         3 |
        | runs[0].succeeded          |         3 |
        | runs[0].errors             |         0 |

    @process @E-41
    Scenario: The memory that Neap may take is enough for a feed
      Given the environment variables
        | NAME                 | VALUE |
        | NEAP_MEMORY_LIMIT_MB |   512 |
      When these changes are piped into the sync
        """
        {"path":"books/1.txt","content":(900,000 bytes of text)}
        {"path":"books/2.txt","content":(900,001 bytes of text)}
        """
      Then the sync completes
      And the index holds
        | FILE        |
        | books/1.txt |
        | books/2.txt |

  Rule: Too few open files stop the sync before it starts

    @process @needs.limits
    Scenario Outline: Neap may open <how many>
      Given neap may have <files> files open
      When the index is synced
      Then the sync stops with error "too-few-files"
      And the exit code is 3
      And the sync makes no index changes

      Examples:
        | how many               | files |
        | hardly any file        |    64 |
        | one less than it takes |   127 |

    @process @needs.limits
    Scenario: Neap may open just as many files as it takes
      Given neap may have 128 files open
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

  Rule: Missing rights to the index stop the sync, to a content they fail that file alone

    @process @needs.user
    Scenario: The index belongs to somebody else
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      And neap runs as a user who owns nothing
      When the index is synced
      Then the sync stops with error "not-writable"
      And the exit code is 3
      And the sync makes no index changes

    @process @needs.user @E-92
    Scenario: A committed content cannot be read
      Given nobody may read the content of "src/file-3.py"
      And neap runs as a user who owns only the folder of the index
      When the index is synced
      Then the sync completes with 1 failed file
      And the exit code is 1
      And these files failed
        | FILE          | CATEGORY    | ATTEMPTS |
        | src/file-3.py | file-system |        1 |
      And the index is in step with branch "main" except for "src/file-3.py"

    @process @needs.user @E-92
    Scenario: A content can be read again
      Given nobody may read the content of "src/file-3.py"
      And neap runs as a user who owns only the folder of the index
      And the index was synced with 1 failed file
      And everybody may read the content of "src/file-3.py" again
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

  Rule: A clock that jumps changes nothing

    Scenario Outline: The clock is set <how> between two syncs
      Given the index was synced
      And the clock was set <direction> by 400 days
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
      And the index is in step with branch "main"

      Examples:
        | how     | direction |
        | back    | back      |
        | forward | forward   |

  Rule: A finished run gives back what it took

    @E-42
    Scenario: A sync with several workers and a server comes to its end
      Given an embedding server
      And the network to the embedding server
        | FAULT | VALUE |
        | delay |  1 ms |
      And the settings
        | SETTING    | VALUE |
        | batch size |     1 |
        | workers    |     4 |
      When the index is synced
      Then the sync completes
      And nothing of the run is left open
      And the index is in step with branch "main"

    @E-42
    Scenario: A sync is given up because its server went away
      Given an embedding server
      And the network to the embedding server
        | FAULT  | VALUE |
        | resets | yes   |
      When the index is synced
      Then the sync stops with error "unreachable"
      And nothing of the run is left open
      And the sync makes no index changes

    @E-42
    Scenario: A sync that reads damaged contents comes to its end
      Given the git object of "src/file-2.py" was cut short
      And the git object of "src/file-5.py" was cut short
      When the index is synced
      Then the sync completes with 2 failed files
      And nothing of the run is left open
      And the index holds
        | FILE          |
        | src/file-1.py |
        | src/file-3.py |
        | src/file-4.py |
        | src/file-6.py |
