Feature: Following new commits
  After the first sync the index follows the branch at a cost that depends on what
  the commits changed and never on the size of the repository. Uncommitted work stays
  out unless it is asked for.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE       | CHANGE | FILE        | CONTENT                |
      | first version | add    | src/main.py | print the first prices |
      |               | add    | README.md   | a small shop           |
    And the index was synced

  Rule: Only what the commits changed is written

    @E-77 @E-78 @E-79 @E-80
    Scenario: A commit edits two files and adds a third
      Given the commits
        | MESSAGE        | CHANGE | FILE         | CONTENT                   |
        | second version | edit   | src/main.py  | print the second prices   |
        |                | add    | src/utils.py | round to the nearest cent |
        |                | edit   | README.md    | a shop with utilities     |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE         | EMBEDDED |
        | updated | README.md    | yes      |
        | updated | src/main.py  | yes      |
        | added   | src/utils.py | yes      |
      And the run report shows
        | ITEM      | VALUE          |
        | to commit | second version |
        | compared  | changed trees  |
      And the index is in step with branch "main"

    Scenario: Several commits arrive between two syncs
      Given the commits
        | MESSAGE   | CHANGE | FILE         | CONTENT        |
        | add codes | add    | src/codes.py | discount codes |
        | fix codes | edit   | src/codes.py | checked codes  |
        | retire    | delete | README.md    |                |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE         | EMBEDDED |
        | removed | README.md    | no       |
        | added   | src/codes.py | yes      |
      And 1 text was embedded

    Scenario: An edit and its undoing cancel out before the sync
      Given the commits
        | MESSAGE    | CHANGE | FILE        | CONTENT                |
        | try prices | edit   | src/main.py | print random prices    |
        | undo       | edit   | src/main.py | print the first prices |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM      | VALUE    |
        | to commit | undo     |
        | compared  | tree ids |

    Scenario: A new file repeats content that is already indexed
      Given the commits
        | MESSAGE | CHANGE | FILE          | CONTENT      |
        | mirror  | add    | docs/index.md | a small shop |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          | EMBEDDED |
        | added  | docs/index.md | no       |
      And 0 texts were embedded

    @E-85
    Scenario: One commit touches three hundred files
      Given 300 committed files under "src/reports"
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM            | VALUE |
        | files added     |   300 |
        | files processed |   300 |
      And the index is in step with branch "main"

  Rule: A branch that did not change costs nothing

    Scenario: Nothing happened since the last sync
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM            | VALUE   |
        | status          | in_step |
        | compared        | nothing |
        | files processed |       0 |
      And the index file is untouched

    Scenario: An empty commit moves the index to the new commit
      Given the commits
        | MESSAGE       | CHANGE  |
        | trigger build | nothing |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM      | VALUE         |
        | to commit | trigger build |
        | compared  | tree ids      |
      And the index is in step with branch "main"

  Rule: Uncommitted work is indexed on request only

    Scenario: Uncommitted work is left alone by default
      Given these uncommitted changes
        | CHANGE | FILE         | CONTENT             |
        | edit   | src/main.py  | print half-baked    |
        | add    | src/draft.py | an unfinished draft |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the repository is untouched

    Scenario: Uncommitted work is indexed when it is asked for
      Given these uncommitted changes
        | CHANGE | FILE         | CONTENT             | STAGED |
        | edit   | src/main.py  | print half-baked    | no     |
        | add    | src/draft.py | an unfinished draft | no     |
        | add    | src/ready.py | a staged idea       | yes    |
        | delete | README.md    |                     | no     |
      When the index is synced with
        | SETTING | VALUE        |
        | content | working tree |
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE         | EMBEDDED |
        | removed | README.md    | no       |
        | added   | src/draft.py | yes      |
        | updated | src/main.py  | yes      |
        | added   | src/ready.py | yes      |
      And the index is in step with the working tree
      And the repository is untouched

    Scenario: The next ordinary sync drops uncommitted work again
      Given these uncommitted changes
        | CHANGE | FILE         | CONTENT             |
        | add    | src/draft.py | an unfinished draft |
      And the index was synced with
        | SETTING | VALUE        |
        | content | working tree |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE         | EMBEDDED |
        | removed | src/draft.py | no       |
      And the index is in step with branch "main"

    Scenario: Work that was indexed before its commit is not embedded again
      Given these uncommitted changes
        | CHANGE | FILE         | CONTENT             |
        | add    | src/draft.py | an unfinished draft |
      And the index was synced with
        | SETTING | VALUE        |
        | content | working tree |
      And the commits
        | MESSAGE   | CHANGE | FILE         | CONTENT             |
        | add draft | add    | src/draft.py | an unfinished draft |
      When the index is synced
      Then the sync completes
      And 0 texts were embedded
      And the index is in step with branch "main"

  Rule: An index can be limited to what a topic changed

    Scenario: Only files that differ from a starting commit are wanted
      Given the commits
        | MESSAGE   | CHANGE | FILE         | CONTENT        |
        | add codes | add    | src/codes.py | discount codes |
      When the index is synced with
        | SETTING | VALUE         |
        | since   | first version |
      Then the sync completes
      And the index holds
        | FILE         | COMMIT    |
        | src/codes.py | add codes |

    Scenario: The limit is lifted and the whole branch returns
      Given the commits
        | MESSAGE   | CHANGE | FILE         | CONTENT        |
        | add codes | add    | src/codes.py | discount codes |
      And the index was synced with
        | SETTING | VALUE         |
        | since   | first version |
      When the index is synced
      Then the sync completes
      And 0 texts were embedded
      And the index is in step with branch "main"
