import { graphql } from '@/app/graphql'
import { movedGathering } from './components/movedGathering'

export const createMutation = graphql(`
  mutation CreateGathering($input: CreateGatheringInput!) {
    createGathering(input: $input) {
      gathering {
        id
      }
    }
  }
`)

export const copyMutation = graphql(`
  mutation CopyGathering($input: CopyGatheringInput!) {
    copyGathering(input: $input) {
      gathering {
        id
      }
    }
  }
`)

export const editMutation = graphql(`
  mutation EditGathering($input: EditGatheringInput!) {
    editGathering(input: $input) {
      gathering {
        id
        name
        city
        venue
        startsOn
        endsOn
        timeZone
        description
        capacity
        agendaVersion
        version
      }
    }
  }
`)

export const publishMutation = graphql(
  `
    mutation PublishGathering($input: PublishGatheringInput!) {
      publishGathering(input: $input) {
        gathering {
          ...MovedGathering
        }
      }
    }
  `,
  [movedGathering],
)

export const openMutation = graphql(
  `
    mutation OpenGathering($input: OpenGatheringInput!) {
      openGathering(input: $input) {
        gathering {
          ...MovedGathering
        }
      }
    }
  `,
  [movedGathering],
)

export const closeMutation = graphql(
  `
    mutation CloseGathering($input: CloseGatheringInput!) {
      closeGathering(input: $input) {
        gathering {
          ...MovedGathering
        }
      }
    }
  `,
  [movedGathering],
)

export const cancelMutation = graphql(
  `
    mutation CancelGathering($input: CancelGatheringInput!) {
      cancelGathering(input: $input) {
        gathering {
          ...MovedGathering
        }
      }
    }
  `,
  [movedGathering],
)

export const addSpaceMutation = graphql(`
  mutation AddSpace($input: AddSpaceInput!) {
    addSpace(input: $input) {
      space {
        id
      }
    }
  }
`)

export const editSpaceMutation = graphql(`
  mutation EditSpace($input: EditSpaceInput!) {
    editSpace(input: $input) {
      space {
        id
        name
        capacity
        equipment
        accessible
        onBoard
        version
      }
    }
  }
`)

export const removeSpaceMutation = graphql(`
  mutation RemoveSpace($input: RemoveSpaceInput!) {
    removeSpace(input: $input) {
      gathering {
        id
      }
    }
  }
`)

export const addItemMutation = graphql(`
  mutation AddAgendaItem($input: AddAgendaItemInput!) {
    addAgendaItem(input: $input) {
      item {
        id
      }
    }
  }
`)

export const editItemMutation = graphql(`
  mutation EditAgendaItem($input: EditAgendaItemInput!) {
    editAgendaItem(input: $input) {
      item {
        id
        title
        kind
        startsAt
        endsAt
        speaker
        description
        isPublic
        capacity
        change
        version
      }
    }
  }
`)

export const removeItemMutation = graphql(`
  mutation RemoveAgendaItem($input: RemoveAgendaItemInput!) {
    removeAgendaItem(input: $input) {
      gathering {
        id
      }
    }
  }
`)

export const publishAgendaMutation = graphql(`
  mutation PublishAgenda($input: PublishAgendaInput!) {
    publishAgenda(input: $input) {
      gathering {
        id
        hasUnpublishedChanges
      }
    }
  }
`)
