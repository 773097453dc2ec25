import { graphql } from '@/app/graphql'

/** Asks something of a person, oneself included. */
export const addTaskMutation = graphql(`
  mutation AddTask($input: AddTaskInput!) {
    addTask(input: $input) {
      task {
        id
        assignee {
          id
          name
        }
      }
    }
  }
`)
