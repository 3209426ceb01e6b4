Feature: Cutting a long text where something new begins
  A search answers with a piece of a file. A piece is worth reading where it is a whole
  thing, such as a function or a paragraph, and not the end of one and half of the next.

  Background:
    Given a repository "shop"

  Rule: A piece begins where a declaration, a member, a rule or a paragraph begins

    Scenario Outline: A text is cut between its <parts>
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT       |
        | more    | add    | <file> | (120 <parts>) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE   | CHUNKS        | LATER CHUNKS BEGIN WITH |
        | <file> | (more than 1) | <word>                  |
      And the index is in step with branch "main"

      Examples:
        | parts              | file      | word      |
        | functions          | parts.py  | def       |
        | methods of a class | class.py  | def       |
        | paragraphs         | parts.md  | Paragraph |
        | style rules        | parts.css | li        |
        | calls              | calls.py  | send(     |
        | lists              | lists.py  | parts     |

  Rule: Where nothing new begins, the text itself chooses among its lines
    A line is chosen by what it says, not by where it stands.

    Scenario: Lines are all alike
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT               |
        | more    | add    | lines.txt | (512 lines of a list) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE      | CHUNKS |
        | lines.txt |      8 |
      And the index is in step with branch "main"
