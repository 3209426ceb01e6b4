Feature: Drawing the lines between the tiers
  Three limits divide text by size: up to 10,240 bytes plain, up to 102,400 encoded, up
  to 10,485,760 by reference. A file exactly on a limit belongs to the lower side.

  Background:
    Given a repository "shop"

  Rule: A file exactly on a limit belongs to the tier below it

    Scenario Outline: A text has <size in words>
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT   |
        | start   | add    | sample.txt | <content> |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE       | SIZE   | TIER   |
        | sample.txt | <size> | <tier> |
      And the index is in step with branch "main"

      Examples: around 10,240 bytes
        | size in words         | content                | size  | tier   |
        | a single byte         | (1 byte of text)       |     1 | plain  |
        | one byte under 10,240 | (10,239 bytes of text) | 10239 | plain  |
        | exactly 10,240 bytes  | (10,240 bytes of text) | 10240 | plain  |
        | one byte over 10,240  | (10,241 bytes of text) | 10241 | base64 |

      Examples: around 102,400 bytes
        | size in words          | content                 | size   | tier      |
        | one byte under 102,400 | (102,399 bytes of text) | 102399 | base64    |
        | exactly 102,400 bytes  | (102,400 bytes of text) | 102400 | base64    |
        | one byte over 102,400  | (102,401 bytes of text) | 102401 | reference |

    @slow
    Scenario: A text has exactly 10,485,760 bytes
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                    |
        | start   | add    | sample.txt | (10,485,760 bytes of text) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE       | SIZE     | TIER      |
        | sample.txt | 10485760 | reference |
      And the index is in step with branch "main"

  Rule: A file over the upper limit is skipped

    Scenario: A text has one byte over 10,485,760
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                    |
        | start   | add    | sample.txt | (10,485,761 bytes of text) |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE       | REASON    |
        | sample.txt | too-large |
      And the sync makes no index changes

  Rule: The limits can be set

    Scenario: Three texts stand around limits of 10, 20 and 30 bytes
      Given the environment variables
        | NAME                   | VALUE |
        | NEAP_TIER_PLAIN_BYTES  |    10 |
        | NEAP_TIER_BASE64_BYTES |    20 |
        | NEAP_MAX_FILE_BYTES    |    30 |
      And the commits
        | MESSAGE | CHANGE | FILE  | CONTENT            |
        | start   | add    | a.txt | (10 bytes of text) |
        |         | add    | b.txt | (11 bytes of text) |
        |         | add    | c.txt | (20 bytes of text) |
        |         | add    | d.txt | (21 bytes of text) |
        |         | add    | e.txt | (30 bytes of text) |
        |         | add    | f.txt | (31 bytes of text) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE  | SIZE | TIER      |
        | a.txt |   10 | plain     |
        | b.txt |   11 | base64    |
        | c.txt |   20 | base64    |
        | d.txt |   21 | reference |
        | e.txt |   30 | reference |

    Scenario: A text that would travel by reference reaches a repository that lacks it
      Given the environment variables
        | NAME                   | VALUE  |
        | NEAP_TIER_BASE64_BYTES | 110000 |
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                 |
        | start   | add    | sample.txt | (102,401 bytes of text) |
      And a repository "mirror"
      And the settings
        | SETTING | VALUE |
        | name    | shop  |
      When the printed changes of "shop" are piped into the sync
      Then the sync completes
      And the index holds
        | FILE       | SIZE   | TIER   |
        | sample.txt | 102401 | base64 |
