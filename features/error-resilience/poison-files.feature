Feature: Living with files that cannot be indexed
  One unreadable file among thousands must not hold back the others, must not be forgotten,
  and must find its way into the index once somebody has mended it.

  Background:
    Given a repository "shop"
    And 3 committed files under "src"

  Rule: A file that cannot be read fails alone

    @E-89 @E-93
    Scenario Outline: A file holds <content> among good ones
      Given the commits
        | MESSAGE | CHANGE | FILE           | CONTENT   |
        | mishap  | add    | src/broken.txt | <content> |
      When the index is synced
      Then the sync completes with 1 failed file
      And these files failed
        | FILE           | CATEGORY | ATTEMPTS |
        | src/broken.txt | encoding |        1 |
      And the index is in step with branch "main" except for "src/broken.txt"

      Examples:
        | content         |
        | (invalid utf-8) |

    @E-91
    Scenario: The repository names a content that is not there
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT    |
        | codes   | add    | src/codes.py | some codes |
      And the git object of "src/codes.py" was destroyed
      When the index is synced
      Then the sync completes with 1 failed file
      And these files failed
        | FILE         | CATEGORY    | ATTEMPTS |
        | src/codes.py | file-system |        1 |
      And the index is in step with branch "main" except for "src/codes.py"

    @E-92
    Scenario Outline: The content of a file was <how> in the repository
      Given the commits
        | MESSAGE | CHANGE | FILE          | CONTENT               |
        | reports | add    | reports/a.txt | (9,000 bytes of text) |
        |         | add    | reports/b.txt | (9,001 bytes of text) |
        |         | add    | reports/c.txt | (9,002 bytes of text) |
      And the git object of "reports/b.txt" was <how>
      When the index is synced
      Then the sync completes with 1 failed file
      And these files failed
        | FILE          | CATEGORY    | ATTEMPTS |
        | reports/b.txt | file-system |        1 |
      And the index holds
        | FILE          |
        | reports/a.txt |
        | reports/c.txt |
        | src/file-1.py |
        | src/file-2.py |
        | src/file-3.py |

      Examples:
        | how                     |
        | cut short               |
        | emptied                 |
        | overwritten             |
        | overwritten in its pack |

    Scenario: Several contents are damaged, one after the other and with whole ones between
      Given the commits
        | MESSAGE | CHANGE | FILE          | CONTENT               |
        | reports | add    | reports/a.txt | (9,000 bytes of text) |
        |         | add    | reports/b.txt | (9,001 bytes of text) |
        |         | add    | reports/c.txt | (9,002 bytes of text) |
        |         | add    | reports/d.txt | (9,003 bytes of text) |
      And the git object of "reports/a.txt" was cut short
      And the git object of "reports/b.txt" was overwritten
      And the git object of "reports/d.txt" was cut short
      When the index is synced
      Then the sync completes with 3 failed files
      And the index holds
        | FILE          |
        | reports/c.txt |
        | src/file-1.py |
        | src/file-2.py |
        | src/file-3.py |

    Scenario: A folder that cannot be read stops the sync: nobody can know what it holds
      Given the git object of "src/" was cut short
      When the index is synced
      Then the sync stops with error "object-unreadable"
      And the exit code is 4
      And the sync makes no index changes

    Scenario: Two files share one broken content
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT         |
        | mishap  | add    | one.txt   | (invalid utf-8) |
        |         | add    | other.txt | (invalid utf-8) |
      When the index is synced
      Then the sync completes with 2 failed files
      And the failed lines are now
        | FILE      | CATEGORY | ATTEMPTS | STATE |
        | one.txt   | encoding |        1 | open  |
        | other.txt | encoding |        1 | open  |

    Scenario: A text that the embedding server refuses fails alone
      Given an embedding server
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT        |
        | rhyme   | add    | src/rhyme.txt | an odd old ode |
      And the embedding server refuses texts with the words "odd old ode"
      When the index is synced
      Then the sync completes with 1 failed file
      And these files failed
        | FILE          | CATEGORY   | ATTEMPTS |
        | src/rhyme.txt | validation |        1 |
      And the index is in step with branch "main" except for "src/rhyme.txt"

    Scenario: The only new file is one that the embedding server refuses
      Given an embedding server
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT        |
        | rhyme   | add    | src/rhyme.txt | an odd old ode |
      And the embedding server refuses texts with the words "odd old ode"
      When the index is synced
      Then the sync completes with 1 failed file
      And the index is in step with branch "main" except for "src/rhyme.txt"

    Scenario: A server that refuses every text stops the sync instead of failing every file
      Given an embedding server
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT    |
        | codes   | add    | src/codes.py | some codes |
      And the embedding server refuses texts with the words "e"
      When the index is synced
      Then the sync stops with error "refused"
      And the sync makes no index changes

  Rule: A failed file is neither forgotten nor paid for again

    Scenario: A sync later, the file still fails
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      When the index is synced
      Then the sync completes
      And the failed lines are now
        | FILE       | CATEGORY | ATTEMPTS | STATE |
        | broken.txt | encoding |        1 | open  |

    Scenario: Another broken content replaces the first failure
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      And the commits
        | MESSAGE | CHANGE | OLD FILE   | FILE      |
        | rename  | move   | broken.txt | again.txt |
      And the index was synced with 1 failed file
      When a script asks for "the failures"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE     |
        | total          |         1 |
        | errors[0].path | again.txt |

  Rule: A mended file enters the index by itself

    Scenario Outline: A failed file is <what happens to it>
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      And the commits
        | MESSAGE | CHANGE   | FILE       | CONTENT   |
        | mended  | <change> | broken.txt | <becomes> |
      When the index is synced
      Then the sync completes
      And the failed lines are now
        | FILE       | CATEGORY | ATTEMPTS | STATE |
        | broken.txt | encoding |        1 | done  |
      And the index is in step with branch "main"

      Examples:
        | what happens to it | change | becomes    |
        | repaired           | edit   | plain text |
        | deleted            | delete |            |

    Scenario Outline: A content that was <how> is whole again
      Given the git object of "src/file-2.py" was <how>
      And the index was synced with 1 failed file
      And the git object of "src/file-2.py" was restored
      When the index is synced
      Then the sync completes
      And the failed lines are now
        | FILE          | CATEGORY    | ATTEMPTS | STATE |
        | src/file-2.py | file-system |        1 | done  |
      And the index is in step with branch "main"

      Examples:
        | how       |
        | destroyed |
        | emptied   |
