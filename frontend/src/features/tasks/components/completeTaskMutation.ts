import { graphql } from '@/app/graphql'

export const completeTaskMutation = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      task {
        id
        state
      }
    }
  }
`)
