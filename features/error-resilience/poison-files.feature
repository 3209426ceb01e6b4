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
      When the operator runs "neap index errors --json"
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

    Scenario: A content that was away is there again
      Given the git object of "src/file-2.py" was destroyed
      And the index was synced with 1 failed file
      And the git object of "src/file-2.py" was restored
      When the index is synced
      Then the sync completes
      And the failed lines are now
        | FILE          | CATEGORY    | ATTEMPTS | STATE |
        | src/file-2.py | file-system |        1 | done  |
      And the index is in step with branch "main"
