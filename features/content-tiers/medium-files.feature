Feature: Carrying medium files encoded
  A file of some tens of kilobytes still travels with its change, encoded so that every
  byte survives every transport. In the index it is split into chunks that together
  are the file, byte for byte.

  Background:
    Given a repository "shop"

  Rule: A medium file is carried encoded and indexed in chunks

    @E-02
    Scenario: A module of 21 KB is indexed
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT                |
        | start   | add    | module.py | (21,014 bytes of text) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE      | SIZE  | TIER   | CHUNKS        |
        | module.py | 21014 | base64 | (more than 1) |
      And the index is in step with branch "main"

    Scenario: A medium file keeps its text to the last byte
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT                |
        | start   | add    | module.py | (21,014 bytes of text) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE      | TEXT                   |
        | module.py | (21,014 bytes of text) |

    Scenario: A medium file with a single very long line is indexed
      Given the commits
        | MESSAGE | CHANGE | FILE     | CONTENT                            |
        | start   | add    | data.txt | (50,000 bytes of text in one line) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE     | SIZE  | TIER   | CHUNKS        |
        | data.txt | 50000 | base64 | (more than 1) |
      And the index is in step with branch "main"

  Rule: A file changes its tier when it changes its size

    Scenario Outline: A file <change of size>
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT  |
        | start   | add    | module.py | <before> |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE      | CONTENT |
        | resize  | edit   | module.py | <after> |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE      | TIER   | EMBEDDED |
        | updated | module.py | <tier> | yes      |
      And the index is in step with branch "main"

      Examples:
        | change of size               | before                  | after                   | tier      |
        | grows from small to medium   | (31 bytes of text)      | (21,014 bytes of text)  | base64    |
        | grows from medium to large   | (21,014 bytes of text)  | (250,018 bytes of text) | reference |
        | shrinks from large to medium | (250,018 bytes of text) | (21,014 bytes of text)  | base64    |
        | shrinks from medium to small | (21,014 bytes of text)  | (31 bytes of text)      | plain     |
