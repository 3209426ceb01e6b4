Feature: Reading text in the encoding it has
  Old and foreign files are not all UTF-8. Text in a known encoding becomes the right
  words; bytes that are text in no encoding fail by name and never become garbage in
  the index.

  Background:
    Given a repository "shop"

  Rule: Text in a known encoding becomes the right words

    Scenario Outline: A greeting is written in <encoding in words>
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT                        |
        | start   | add    | gruss.txt | (Grüße aus Köln as <encoding>) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE      | ENCODING | TEXT           |
        | gruss.txt | <name>   | Grüße aus Köln |
      And a search for "Grüße" finds
        | FILE      |
        | gruss.txt |
      And the index is in step with branch "main"

      Examples:
        | encoding in words            | encoding          | name        |
        | UTF-8                        | utf-8             | utf8        |
        | UTF-8 with a byte order mark | utf-8 with bom    | utf8-bom    |
        | UTF-16, low byte first       | utf-16le with bom | utf16-le    |
        | UTF-16, high byte first      | utf-16be with bom | utf16-be    |
        | the encoding of old Windows  | windows-1252      | windows1252 |

    Scenario: A price is written with the euro sign of old Windows
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT                      |
        | start   | add    | price.txt | (tulips 3 € as windows-1252) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE      | TEXT       |
        | price.txt | tulips 3 € |

    Scenario Outline: A word of one letter is written in the encoding of old Windows: <text>
      Given the commits
        | MESSAGE | CHANGE | FILE     | CONTENT                  |
        | start   | add    | note.txt | (<text> as windows-1252) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE     | TEXT   |
        | note.txt | <text> |

      Examples:
        | text           |
        | il va à Paris  |
        | en ø i Norge   |
        | Ö is an island |

    Scenario: Signs of four bytes stay whole
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                         |
        | start   | add    | flower.txt | (🌷 tulips as utf-16le with bom) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE       | TEXT     |
        | flower.txt | 🌷 tulips |

    Scenario: A long text has a sign of several bytes at every chunk's end
      Given the commits
        | MESSAGE | CHANGE | FILE     | CONTENT                                 |
        | start   | add    | long.txt | (50,000 bytes of text in one line of ü) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE     | TEXT                                    | CHUNKS        |
        | long.txt | (50,000 bytes of text in one line of ü) | (more than 1) |
      And the index is in step with branch "main"

    Scenario: A file is converted from the old encoding to UTF-8
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT                          |
        | start   | add    | gruss.txt | (Grüße aus Köln as windows-1252) |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE      | CONTENT        |
        | convert | edit   | gruss.txt | Grüße aus Köln |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE      |
        | updated | gruss.txt |
      And the index is in step with branch "main"

  Rule: Bytes that are text in no encoding fail by name

    @E-88 @E-89 @E-90 @E-93
    Scenario Outline: Among good files there is <a broken file>
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT   |
        | start   | add    | broken.txt | <content> |
        |         | add    | good.txt   | all well  |
      When the index is synced
      Then the sync completes with 1 failed file
      And these files failed
        | FILE       | CATEGORY |
        | broken.txt | encoding |
      And the sync makes these index changes
        | CHANGE | FILE     | EMBEDDED |
        | added  | good.txt | yes      |
      And the index is in step with branch "main" except for "broken.txt"

      Examples:
        | a broken file                 | content                      |
        | a file of stray bytes         | (invalid utf-8)              |
        | a file of broken UTF-16       | (broken utf-16)              |
        | a file of 32-bit text         | (hello as utf-32 with bom)   |
        | a file in Russian of old days | (цены на тюльпаны as koi8-r) |

    Scenario: A good file is edited with a broken tool
      Given the commits
        | MESSAGE | CHANGE | FILE     | CONTENT  |
        | start   | add    | good.txt | all well |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE     | CONTENT         |
        | mishap  | edit   | good.txt | (invalid utf-8) |
      When the index is synced
      Then the sync completes with 1 failed file
      And the sync makes these index changes
        | CHANGE  | FILE     |
        | removed | good.txt |
      And a search for "all well" does not find "good.txt"

    Scenario: A broken file is repaired
      Given the commits
        | MESSAGE | CHANGE | FILE     | CONTENT         |
        | mishap  | add    | good.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      And the commits
        | MESSAGE | CHANGE | FILE     | CONTENT  |
        | repair  | edit   | good.txt | all well |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE     | EMBEDDED |
        | added  | good.txt | yes      |
      And the index is in step with branch "main"

    Scenario: A broken file stays broken while others change
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      And the commits
        | MESSAGE | CHANGE | FILE     | CONTENT  |
        | start   | add    | good.txt | all well |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE     |
        | added  | good.txt |
      And the index is in step with branch "main" except for "broken.txt"
