package seed

import "strings"

// Names of invented people, of all the places that France's people come from.

var givenNames = strings.Fields(`
Inès Malik Claire Sandrine Youssef Aurore Benoît Fatoumata Gaëlle Hakim Isabelle Jérôme Khadija Laurent Maëlle Nadège
Olivier Priscilla Quentin Rachida Samuel Thi-Lan Ugo Véronique Wassila Xavier Yann Zohra Adrien Brigitte Cédric Djamila
Émilie Farid Guillaume Houria Ibrahima Joëlle Kévin Leïla Mathieu Naïma Ousmane Patricia Rémi Sabrina Théo Valérie
Armelle Bilal Charlotte David Élodie Franck Géraldine Hervé Irène Jamila Karine Lucas Mélanie Nicolas Ophélie Pascal
Rokia Sébastien Tatiana Vincent Yasmine Agathe Bruno Coralie Dounia Éric Florence Grégory Hélène Ivan Jeanne Kamel
Lucie Moussa Noémie Oriane Philippe Romane Sofiane Tiphaine Vanessa Aminata Basile Carole Diane Estelle Fabrice
Gilles Hafida Jordan Léa Marc Nora Pauline Raphaël Solène Tarek Viviane Anaïs Boris Céline Driss Erwan Fanny
Hugo Judith Katia Loïc Myriam Nathan Odile Perrine Régis Sylvie Tony Zoé`)

var familyNames = strings.Fields(`
Carpentier Ouedraogo Montbrun Kervadec Benhaddou Lafortune Le-Guennec Haddad Perrin Traoré Schneider Da-Silva Morvan
Boukhari Chevalier N’Diaye Fontaine Rahmani Lacombe Ferreira Guéguen Diallo Weber Mansouri Bertin Cissé Roussel Pereira
Tanguy Belkacem Garnier Koné Muller Amrani Delattre Sow Lopez Gauthier Meziane Prigent Camara Vasseur Martinez Kaddour
Lemoine Konaté Keller Ait-Ahmed Poirier Sylla Rossi Hamidi Leclercq Touré Kowalski Saïdi Bonnet Bamba Nowak Cherif
Marchand Dembélé Zanetti Khelifi Renaud Coulibaly Moreira Brahimi Dupuis Fofana Santoro Mokrani Vidal Doumbia Gomes
Bouzid Blanchard Kanté Arslan Lahlou Colin Sarr Yildiz Tahiri Masson Gueye Demir Ouali Barbier Faye Kaya Slimani
Arnaud Niang Petrossian Benali Giraud Ba Hovsepian Ziani Leroux Diop Tran Hamdi Charpentier Mendy Pham Naceri
Picard Badji Vo Bensaïd Lebrun Senghor Huynh Kacem Maillard Ngoma Lim Sahraoui Collet Mbemba Chea Guerfi Jacquet
Massamba Rasoanaivo Laaroussi Aubertin Bayle Cazenave Delaunay Etcheverry Fabre Galibert Hennequin Imbert Jolivet Keromnès
Lagarde Mercadier Nivet Olivieri Pouliquen Quéméneur Ravier Salvatori Tessier Urvoas-Nédélec Verdier Wagner Ybert Zimmermann
Abgrall Biancarelli Castaing Dauphin Escoffier Fouquet Gransart Heitz Jaouen Klingler Loustau Marsaudon Nicolaï Oberlin`)

// Family names of the overseas centres' regions.
var familyNamesOf = map[string][]string{
	"guy":   strings.Fields(`Prévot Horth Clet Sinamary Robeiri Mauvois Tokotuu Alexandrine Régis-Louis Saint-Clair Bienvenu Ringuet`),
	"vcar":  strings.Fields(`Lafortune Marie-Joseph Jean-Baptiste Pulvar-Rosette Rosine Cabrimol Lagier Nubret Eustache Zaïre Montlouis Élisabeth-Rose`),
	"csur":  strings.Fields(`Hoarau Payet Grondin Boyer Techer Rivière Dijoux Lebon Maillot Fontaine-Sery Ah-Kiem Nativel`),
	"maore": strings.Fields(`Madi Abdou Saïd-Ali Attoumani Bacar Combo-Moussa Houmadi Soilihi Daroueche Youssoufa Mroivili Chanfi`),
}
