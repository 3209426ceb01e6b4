Feature: Feeding content as base64
  Base64 carries any bytes through a line of JSON: longer texts, old encodings, images. What
  arrives is what was sent, to the last byte.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE      | CONTENT |
      | start   | add    | README.md | hello   |

  Rule: The decoded bytes are the content

    @E-02 @E-35
    Scenario Outline: A base64 line carries <what it carries>
      When these changes are piped into the sync
        """
        {"op":"add","path":"sample.txt","content_base64":<json>}
        """
      Then the sync completes
      And the index holds
        | FILE       | TEXT   | ENCODING   |
        | sample.txt | <text> | <encoding> |

      Examples: by size
        | what it carries | json                              | text                    | encoding |
        | a short text    | "aGVsbG8="                        | hello                   | utf8     |
        | nothing         | ""                                | (nothing)               | utf8     |
        |    21,014 bytes | (21,014 bytes of text in base64)  | (21,014 bytes of text)  | utf8     |
        |   102,400 bytes | (102,400 bytes of text in base64) | (102,400 bytes of text) | utf8     |

      Examples: by encoding
        | what it carries    | json                                   | text  | encoding    |
        | a Windows text     | (café as windows-1252 in base64)       | café  | windows1252 |
        | a UTF-16 text      | (Größe as utf-16le with bom in base64) | Größe | utf16-le    |
        | a text with a mark | (Größe as utf-8 with bom in base64)    | Größe | utf8-bom    |

    Scenario: A line carries an image
      When these changes are piped into the sync
        """
        {"op":"add","path":"logo.png","content_base64":(PNG image in base64)}
        """
      Then the sync completes
      And the sync skips these files
        | FILE     | REASON |
        | logo.png | binary |
      And the sync makes no index changes

    @E-93
    Scenario: A line carries bytes that are no text in any encoding
      When these changes are piped into the sync
        """
        {"op":"add","path":"bad.txt","content_base64":"//4AAA=="}
        {"op":"add","path":"worse.txt","content_base64":(invalid utf-8 in base64)}
        {"op":"add","path":"good.txt","content_base64":"aGVsbG8="}
        """
      Then the sync completes with 2 failed files
      And these files failed
        | LINE | FILE      | CATEGORY |
        |    1 | bad.txt   | encoding |
        |    2 | worse.txt | encoding |
      And the index holds
        | FILE     |
        | good.txt |

  Rule: What is not base64 is not guessed

    Scenario Outline: The characters are <what is wrong>
      When these changes are piped into the sync
        """
        {"path":"a.txt","content_base64":"<characters>"}
        {"path":"b.txt","content_base64":"aGVsbG8="}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE  | CATEGORY   |
        |    1 | a.txt | validation |
      And the index holds
        | FILE  | TEXT  |
        | b.txt | hello |

      Examples:
        | what is wrong      | characters |
        | cut off            | aGVsbG8    |
        | not of base64      | a*b*c*d*   |
        | of the URL variant | _-__-_8=   |

    Scenario: Size and decoded content disagree
      When these changes are piped into the sync
        """
        {"path":"a.txt","content_base64":"aGVsbG8=","size":8}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE  | CATEGORY   |
        |    1 | a.txt | validation |
      And the sync makes no index changes

    Scenario: Size and decoded content agree
      When these changes are piped into the sync
        """
        {"path":"a.txt","content_base64":"aGVsbG8=","size":5}
        """
      Then the sync completes
      And the index holds
        | FILE  | SIZE |
        | a.txt |    5 |
