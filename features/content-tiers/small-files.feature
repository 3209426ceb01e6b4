Feature: Carrying small files whole
  Most source files are small. Their text travels inside the change itself and becomes
  one entry, down to the file of a single byte and the file that is empty.

  Background:
    Given a repository "shop"

  Rule: A small text is carried as plain text in one piece

    @E-01
    Scenario: A greeting of one line is indexed
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT            |
        | start   | add    | hello.txt | (31 bytes of text) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE      | SIZE | TIER  | CHUNKS |
        | hello.txt |   31 | plain |      1 |
      And the index is in step with branch "main"

    Scenario: A text does not end with a newline
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT           |
        | start   | add    | hello.txt | hello\nand no end |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE      | TEXT              |
        | hello.txt | hello\nand no end |

    Scenario: A text of blank lines only
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT |
        | start   | add    | blank.txt | \n\n\n  |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE      | SIZE | TIER  | CHUNKS |
        | blank.txt |    3 | plain |      1 |
      And the index is in step with branch "main"

    Scenario: A small file is found by the lines that match
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT                              |
        | start   | add    | prices.py | def tulip():\n    return 3\n         |
        |         | add    | names.py  | def daffodil():\n    return "yellow" |
      When the index is synced
      Then the sync completes
      And a search for "tulip" finds
        | FILE      | LINES |
        | prices.py |   1-2 |

  Rule: An empty file is a file

    Scenario: An empty file is indexed
      Given the commits
        | MESSAGE | CHANGE | FILE            | CONTENT   |
        | package | add    | src/__init__.py | (nothing) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE            | SIZE | TIER  | CHUNKS | TEXT      |
        | src/__init__.py |    0 | plain |      1 | (nothing) |
      And the index is in step with branch "main"

    Scenario: A file is emptied
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT  |
        | start   | add    | notes.txt | a secret |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE      | CONTENT   |
        | clear   | edit   | notes.txt | (nothing) |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE      |
        | updated | notes.txt |
      And the index holds
        | FILE      | SIZE | TEXT      |
        | notes.txt |    0 | (nothing) |
