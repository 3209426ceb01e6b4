Feature: Following renamed and moved files
  Teams reorganise their folders all the time. A file that only changed its place
  keeps its vector: the index follows it without reading or embedding it again.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE           | CONTENT        |
      | start   | add    | src/cart.py    | a full cart    |
      |         | add    | src/prices.py  | the price list |
      |         | add    | docs/orders.md | how to order   |
    And the index was synced

  Rule: A file that keeps its content keeps its vector

    Scenario: A file gets a new name
      Given the commits
        | MESSAGE | CHANGE | OLD FILE    | FILE          |
        | rename  | move   | src/cart.py | src/basket.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE    | FILE          | EMBEDDED |
        | moved  | src/cart.py | src/basket.py | no       |
      And 0 texts were embedded
      And a search for "full cart" does not find "src/cart.py"

    Scenario: A whole folder moves
      Given the commits
        | MESSAGE    | CHANGE | OLD FILE      | FILE                  |
        | new layout | move   | src/cart.py   | services/web/cart.py  |
        |            | move   | src/prices.py | services/web/price.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE      | FILE                  | EMBEDDED |
        | moved  | src/cart.py   | services/web/cart.py  | no       |
        | moved  | src/prices.py | services/web/price.py | no       |
      And the index is in step with branch "main"

    Scenario: A file is renamed and renamed back between two syncs
      Given the commits
        | MESSAGE     | CHANGE | OLD FILE      | FILE          |
        | rename      | move   | src/cart.py   | src/basket.py |
        | rename back | move   | src/basket.py | src/cart.py   |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

    Scenario: A copy appears next to the original
      Given the commits
        | MESSAGE | CHANGE | FILE            | CONTENT     |
        | copy    | add    | src/wishlist.py | a full cart |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE            | EMBEDDED |
        | added  | src/wishlist.py | no       |
      And 0 texts were embedded

    Scenario: A file is copied and the original is deleted later
      Given the commits
        | MESSAGE | CHANGE | FILE            | CONTENT     |
        | copy    | add    | src/wishlist.py | a full cart |
      And the index was synced
      And the commits
        | MESSAGE       | CHANGE | FILE        |
        | drop original | delete | src/cart.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE        | EMBEDDED |
        | removed | src/cart.py | no       |
      And the index is in step with branch "main"

    Scenario: A file is replaced by two copies of itself
      Given the commits
        | MESSAGE | CHANGE | FILE          | CONTENT     |
        | split   | add    | src/cart-a.py | a full cart |
        |         | add    | src/cart-b.py | a full cart |
        |         | delete | src/cart.py   |             |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE    | FILE          | EMBEDDED |
        | moved  | src/cart.py | src/cart-a.py | no       |
        | added  |             | src/cart-b.py | no       |

  Rule: A file that changes on the way is a new file

    Scenario: A file is renamed and edited in one commit
      Given the commits
        | MESSAGE | CHANGE | FILE          | CONTENT                  |
        | rework  | delete | src/cart.py   |                          |
        |         | add    | src/basket.py | a full cart with a limit |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE          | EMBEDDED |
        | added   | src/basket.py | yes      |
        | removed | src/cart.py   | no       |
      And the index is in step with branch "main"

  Rule: Paths that exchange their content are updated in place

    Scenario: Two files swap their names
      Given the commits
        | MESSAGE | CHANGE | FILE          | CONTENT        |
        | swap    | edit   | src/cart.py   | the price list |
        |         | edit   | src/prices.py | a full cart    |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE          | EMBEDDED |
        | updated | src/cart.py   | no       |
        | updated | src/prices.py | no       |
      And the index is in step with branch "main"

    Scenario: A file is moved onto another one
      Given the commits
        | MESSAGE   | CHANGE | FILE          | CONTENT     |
        | overwrite | edit   | src/prices.py | a full cart |
        |           | delete | src/cart.py   |             |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE          | EMBEDDED |
        | removed | src/cart.py   | no       |
        | updated | src/prices.py | no       |

  Rule: A path may be a file today and a folder tomorrow

    Scenario: A file becomes a folder
      Given the commits
        | MESSAGE | CHANGE | OLD FILE    | FILE                 |
        | package | move   | src/cart.py | src/cart.py/items.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE    | FILE                 | EMBEDDED |
        | moved  | src/cart.py | src/cart.py/items.py | no       |
      And the index is in step with branch "main"

    Scenario: A folder becomes a file
      Given the commits
        | MESSAGE | CHANGE | FILE           | CONTENT           |
        | flatten | delete | docs/orders.md |                   |
        |         | add    | docs           | see the home page |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           | EMBEDDED |
        | added   | docs           | yes      |
        | removed | docs/orders.md | no       |
      And the index is in step with branch "main"

    Scenario: A file becomes a folder and a file again
      Given the commits
        | MESSAGE | CHANGE | OLD FILE    | FILE                 |
        | package | move   | src/cart.py | src/cart.py/items.py |
      And the index was synced
      And the commits
        | MESSAGE   | CHANGE | OLD FILE             | FILE        |
        | unpackage | move   | src/cart.py/items.py | src/cart.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE             | FILE        | EMBEDDED |
        | moved  | src/cart.py/items.py | src/cart.py | no       |
