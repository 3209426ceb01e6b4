Feature: Referring to large files
  A large text is not copied into the change that announces it. The change refers to
  the content in git, and the index still holds every part of the text.

  Background:
    Given a repository "shop"

  Rule: A large file is carried by reference and indexed in full

    @E-03 @E-06 @E-94
    Scenario Outline: A large text of <size in words> is indexed
      Given the commits
        | MESSAGE | CHANGE | FILE        | CONTENT   |
        | start   | add    | archive.txt | <content> |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE        | SIZE   | TIER      | CHUNKS        |
        | archive.txt | <size> | reference | (more than 1) |
      And the index is in step with branch "main"

      Examples:
        | size in words | content                 | size   |
        |        105 KB | (105,013 bytes of text) | 105013 |
        |        250 KB | (250,018 bytes of text) | 250018 |
        |        420 KB | (420,000 bytes of text) | 420000 |

    Scenario: The last line of a large file is found
      Given the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                                        |
        | start   | add    | archive.txt | (250,018 bytes of text, then "zebra crossing") |
      When the index is synced
      Then the sync completes
      And a search for "zebra crossing" finds
        | FILE        |
        | archive.txt |

    Scenario: A large file moves without being read again
      Given the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                 |
        | start   | add    | archive.txt | (250,018 bytes of text) |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE    | FILE            |
        | shelve  | move   | archive.txt | old/archive.txt |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE    | FILE            | EMBEDDED |
        | moved  | archive.txt | old/archive.txt | no       |
      And the run report shows
        | ITEM            | VALUE |
        | files processed |     0 |

    Scenario: A large file is one of many in a commit
      Given 20 committed files under "src"
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                   |
        | start   | add    | archive.txt | (2,000,000 bytes of text) |
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM        | VALUE |
        | files added |    21 |
      And the index is in step with branch "main"

  Rule: A file beyond the limit is left out and named

    Scenario: A file grows beyond the limit
      Given the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                |
        | start   | add    | archive.txt | (21,014 bytes of text) |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                    |
        | hoard   | edit   | archive.txt | (10,485,761 bytes of text) |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE        |
        | removed | archive.txt |
      And the sync skips these files
        | FILE        | REASON    |
        | archive.txt | too-large |
