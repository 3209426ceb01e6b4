Feature: Feeding content inside the line
  Small texts travel in the line itself, so that nothing has to be read from disk. Size and
  blob id, where the line has them, are held against the content that came.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE      | CONTENT |
      | start   | add    | README.md | hello   |

  Rule: The content of the line is what the index holds

    @E-01 @E-33
    Scenario Outline: A line carries <what it carries>
      When these changes are piped into the sync
        """
        {"op":"add","path":"sample.txt","content":<json>}
        """
      Then the sync completes
      And the index holds
        | FILE       | SIZE   | TIER  | TEXT   |
        | sample.txt | <size> | plain | <text> |

      Examples:
        | what it carries         | json                | size | text                              |
        |                31 bytes | (31 bytes of text)  |   31 | (31 bytes of text)                |
        | nothing                 | ""                  |    0 | (nothing)                         |
        | characters beyond ASCII | "Grüße an 東京"     |   17 | Grüße an 東京                     |
        | escaped characters      | "Gr\\u00fc\\u00dfe" |    7 | Grüße                             |
        | an escaped pair         | "\\ud83d\\ude00"    |    4 | 😀                                 |
        | windows line ends       | "a\\r\\nb\\r\\n"    |    6 | (a\\nb\\n with windows line ends) |

    @E-03
    Scenario Outline: A line carries a text of <size in words>
      When these changes are piped into the sync
        """
        {"op":"add","path":"sample.txt","content":<json>}
        """
      Then the sync completes
      And the index holds
        | FILE       | SIZE   | TIER   |
        | sample.txt | <size> | <tier> |

      Examples:
        | size in words | json                    | size   | tier      |
        |  21,014 bytes | (21,014 bytes of text)  |  21014 | base64    |
        | 105,013 bytes | (105,013 bytes of text) | 105013 | reference |

  Rule: What the line says of its content has to be true

    Scenario: Size and content agree
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"12345678","size":8}
        """
      Then the sync completes
      And the index holds
        | FILE  | SIZE |
        | a.txt |    8 |

    Scenario: The content was cut short on its way
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"1234","size":8}
        {"path":"b.txt","content":"other","size":5}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE  | CATEGORY   |
        |    1 | a.txt | validation |
      And the index holds
        | FILE  |
        | b.txt |

    Scenario: Content and blob agree
      When these changes are piped into the sync
        """
        {"path":"copy.md","content":"hello","blob":(blob of "README.md")}
        """
      Then the sync completes
      And the index holds
        | FILE    | TEXT  |
        | copy.md | hello |

    Scenario: The content is not the blob that the line names
      When these changes are piped into the sync
        """
        {"path":"copy.md","content":"goodbye","blob":(blob of "README.md")}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE    | CATEGORY   |
        |    1 | copy.md | validation |
      And the sync makes no index changes

    Scenario: A line carries its content twice
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one","content_base64":"dHdv"}
        """
      Then the sync completes with 1 failed file
      And the sync makes no index changes

  Rule: Content that is no text is judged as anywhere else

    Scenario: A line carries a zero byte
      When these changes are piped into the sync
        """
        {"path":"a.dat","content":"a\u0000b"}
        """
      Then the sync completes
      And the sync skips these files
        | FILE  | REASON |
        | a.dat | binary |
      And the sync makes no index changes

    Scenario: A line asks to leave its file out
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one","skip_index":true,"reason":"generated"}
        """
      Then the sync completes
      And the sync skips these files
        | FILE  | REASON    |
        | a.txt | generated |
      And the sync makes no index changes

  Rule: Equal content is paid for once

    Scenario: Three lines carry the same content
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"the same"}
        {"path":"b.txt","content":"the same"}
        {"path":"c.txt","content":"the same"}
        """
      Then the sync completes
      And 1 text was embedded
      And the index holds
        | FILE  |
        | a.txt |
        | b.txt |
        | c.txt |

    Scenario: The index knows the content from a commit
      Given the index was synced
      When these changes are piped into the sync
        """
        {"path":"docs/README.md","content":"hello"}
        """
      Then the sync completes
      And 0 texts were embedded
      And the sync makes these index changes
        | CHANGE | FILE           | EMBEDDED |
        | added  | docs/README.md | no       |
