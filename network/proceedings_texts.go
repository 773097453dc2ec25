package network

// texts are where the text that a correction replaces stands in the document:
// a title, or a name, is told in several places. None when the document has no
// such text.
func (p *Proceedings) texts(c ProceedingsCorrection) []*string {
	if c.Part == PartForeword {
		return []*string{&p.Foreword}
	}
	if c.SubjectID == nil {
		return nil
	}
	id := *c.SubjectID
	if c.Part == PartPersonName {
		return p.namesOf(id)
	}
	var found []*string
	for i := range p.Programme {
		if p.Programme[i].ID == id {
			found = p.itemTexts(&p.Programme[i], c.Part)
		}
	}
	for i := range p.Contributions {
		if p.Contributions[i].ID == id {
			found = contributionTexts(&p.Contributions[i], c)
		}
	}
	for i := range p.Questions {
		if p.Questions[i].ID == id {
			found = questionTexts(&p.Questions[i], c.Part)
		}
	}
	for i := range p.Topics {
		if p.Topics[i].ID == id {
			found = topicTexts(&p.Topics[i], c.Part)
		}
	}
	if found != nil && (c.Part == PartTopicTitle || c.Part == PartContributionTitle || c.Part == PartQuestionText) {
		for i := range p.Outcomes {
			if p.Outcomes[i].OriginID == id {
				found = append(found, &p.Outcomes[i].OriginTitle)
			}
		}
	}
	return found
}

// itemTexts also finds the title where questions were asked during the item.
func (p *Proceedings) itemTexts(i *ProceedingsItem, part ProceedingsPart) []*string {
	switch part {
	case PartItemTitle:
		found := []*string{&i.Title}
		for q := range p.Questions {
			if p.Questions[q].ItemTitle == i.Title {
				found = append(found, &p.Questions[q].ItemTitle)
			}
		}
		return found
	case PartItemSpeaker:
		return []*string{&i.Speaker}
	case PartItemDescription:
		return []*string{&i.Description}
	}
	return nil
}

func contributionTexts(k *ProceedingsContribution, c ProceedingsCorrection) []*string {
	switch c.Part {
	case PartContributionTitle:
		return []*string{&k.Title}
	case PartContributionContext:
		return []*string{&k.Context}
	case PartContributionDone:
		return []*string{&k.Done}
	case PartContributionResults:
		return []*string{&k.Results}
	case PartContributionReuse:
		return []*string{&k.Reuse}
	case PartContributionAnswer:
		if c.Place >= 0 && c.Place < len(k.Answers) {
			return []*string{&k.Answers[c.Place].Text}
		}
	}
	return nil
}

func questionTexts(q *ProceedingsQuestion, part ProceedingsPart) []*string {
	switch part {
	case PartQuestionText:
		return []*string{&q.Text}
	case PartQuestionAnswer:
		return []*string{&q.Answer}
	}
	return nil
}

// topicTexts gives a topic that was held a harvest to be filled; settle takes
// back one that stays empty.
func topicTexts(t *ProceedingsTopic, part ProceedingsPart) []*string {
	switch part {
	case PartTopicTitle:
		return []*string{&t.Title}
	case PartTopicDescription:
		return []*string{&t.Description}
	}
	if t.Harvest == nil {
		if t.State != TopicHeld {
			return nil
		}
		t.Harvest = &ProceedingsHarvest{State: HarvestPublished, Carriers: []ProceedingsPerson{}}
	}
	switch part {
	case PartHarvestSaid:
		return []*string{&t.Harvest.Said}
	case PartHarvestDecided:
		return []*string{&t.Harvest.Decided}
	case PartHarvestNextSteps:
		return []*string{&t.Harvest.NextSteps}
	case PartHarvestCarriesOn:
		return []*string{&t.Harvest.CarriesOn}
	}
	return nil
}

// settle brings what was missing and has been given to its state.
func (p *Proceedings) settle() {
	for i := range p.Topics {
		t := &p.Topics[i]
		if t.State != TopicHeld || t.Harvest == nil {
			continue
		}
		if h := t.Harvest; (Harvest{h.Said, h.Decided, h.NextSteps, h.CarriesOn}).Empty() {
			t.Harvest = nil
		} else {
			t.State = TopicHarvested
		}
	}
	for i := range p.Questions {
		if q := &p.Questions[i]; q.Answer != "" {
			q.State = QuestionAnswered
		}
	}
}

// namesOf are the places where somebody is named.
func (p *Proceedings) namesOf(id ID) (names []*string) {
	add := func(people ...*ProceedingsPerson) {
		for _, person := range people {
			if person != nil && person.ID == id {
				names = append(names, &person.Name)
			}
		}
	}
	for i := range p.Contributions {
		c := &p.Contributions[i]
		add(c.Author, c.PromisedBy)
		for a := range c.Answers {
			add(c.Answers[a].Author)
		}
	}
	for i := range p.Questions {
		add(p.Questions[i].Author, p.Questions[i].PromisedBy)
	}
	for i := range p.Topics {
		add(p.Topics[i].Convener)
		if h := p.Topics[i].Harvest; h != nil {
			for k := range h.Carriers {
				add(&h.Carriers[k])
			}
		}
	}
	return names
}
