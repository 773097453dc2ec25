package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) AddTask(ctx context.Context, input gen.AddTaskInput) (*gen.AddTaskPayload, error) {
	id, err := r.Store.AddTask(ctx, network.ViewerFrom(ctx), act("addTask", input.ClientMutationID, input), db.TaskWords{
		Title:    input.Title,
		Assignee: input.AssigneeID,
		DueOn:    day(input.DueOn),
		Subject:  one(input.SubjectID),
	})
	if err != nil {
		return nil, err
	}
	return &gen.AddTaskPayload{Task: &gen.Task{ID: id}, Viewer: &gen.Viewer{ID: network.ViewerFrom(ctx).StaffID}}, nil
}

func (r *mutationResolver) CompleteTask(ctx context.Context, input gen.CompleteTaskInput) (*gen.CompleteTaskPayload, error) {
	id, err := r.Store.CompleteTask(ctx, network.ViewerFrom(ctx), act("completeTask", input.ClientMutationID, input), input.TaskID)
	if err != nil {
		return nil, err
	}
	return &gen.CompleteTaskPayload{Task: &gen.Task{ID: id}, Viewer: &gen.Viewer{ID: network.ViewerFrom(ctx).StaffID}}, nil
}

func (r *mutationResolver) DropTask(ctx context.Context, input gen.DropTaskInput) (*gen.DropTaskPayload, error) {
	id, err := r.Store.DropTask(ctx, network.ViewerFrom(ctx), act("dropTask", input.ClientMutationID, input), input.TaskID)
	if err != nil {
		return nil, err
	}
	return &gen.DropTaskPayload{Task: &gen.Task{ID: id}, Viewer: &gen.Viewer{ID: network.ViewerFrom(ctx).StaffID}}, nil
}
